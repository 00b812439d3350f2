#pragma once

#include "core/TaskCard.h"
#include "exports/Export.h"
#include "widgets/Desk.h"

#include <QDialog>

#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace naryad::ui {

class ReasonLabel;

/// Window `Export`: a list as a CSV or XLSX file. Writes in the background; can be cancelled, and a file that
/// was begun is gone then. Deletes itself when closed. Thread: the GUI's.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    /// What there is to export of the task list.
    struct Tasks
    {
        TaskQuery query; ///< the list as it is filtered and sorted
        qint64 count = 0;
        QVector<RowId> chosen; ///< those marked in it, where several are
        QStringList shownColumns;
    };

    ExportDialog(Desk desk, Tasks tasks, QWidget *parent = nullptr);
    ~ExportDialog() override;

    /// Where the next file is offered.
    void setFolder(const QString &folder) { m_folder = folder; }
    /// Writes into this file; `overwrite`: the user said so.
    void writeTo(const QString &file, bool overwrite);

    void reject() override;

private:
    void build();
    void askForFile();
    exports::Order order() const;
    QString suggestedName() const;
    void ended(const Result<exports::Written> &written);
    void enable();

    Desk m_desk;
    Tasks m_tasks;
    QString m_folder;
    QComboBox *m_what;
    QComboBox *m_format;
    QComboBox *m_separator;
    QCheckBox *m_allColumns;
    QProgressBar *m_progress;
    ReasonLabel *m_message;
    QPushButton *m_save;
    QPushButton *m_cancel;
    std::unique_ptr<exports::Export> m_run;
};

} // namespace naryad::ui
