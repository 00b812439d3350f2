#pragma once

#include "core/Ids.h"
#include "exports/Background.h"
#include "print/WorkOrder.h"
#include "widgets/Desk.h"

#include <QObject>
#include <QVector>

#include <memory>

class QWidget;

namespace naryad::ui {

/// Reads what is printed of some tasks and shows it before it is printed, or asks where it is to be saved and
/// writes it in the background. Deletes itself when done. Thread: the GUI's.
class PrintOrders : public QObject
{
    Q_OBJECT
public:
    /// More at once are hardly meant.
    static constexpr int Most = 200;

    enum class To {
        Paper, ///< by a preview
        Pdf,
    };

    PrintOrders(Desk desk, const QVector<RowId> &rows, To to, QWidget *parent);

Q_SIGNALS:
    void failed(const QString &why);
    void saved(const QString &file);

private:
    void readContractors();
    void show();
    void preview();
    void savePdf();
    void write(const QString &chosen);
    QString title() const;

    Desk m_desk;
    To m_to;
    QWidget *m_parent;
    QVector<WorkOrder> m_orders;
    int m_next = 0; ///< the order whose contractor is read next
    std::unique_ptr<exports::Background<void>> m_writing;
};

} // namespace naryad::ui
