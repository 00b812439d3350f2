#pragma once

#include "core/Result.h"
#include "core/TaskCard.h"

#include <QAbstractListModel>
#include <QVector>

#include <memory>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// What a typed text finds of everything: tasks, contractors, workers, templates, fields, equipment, and the
/// program's own commands, in groups, the group of the best hit first.
///
/// A text that begins with a letter and a space looks in one group: т task, к contractor, и worker, п field,
/// о equipment, ш template; their Latin twins (t, k or c, w, f, o or e, s) and the letters on the keys of all
/// of these in the other layout do the same. `+` looks for a phone, `>` among the commands only. Nothing
/// typed shows the commands. Thread: the GUI's; never blocks: the rows are those of the text before until the
/// answer is there, and the next key ends the question.
class FindModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Group {
        Tasks,
        Contractors,
        Workers,
        Templates,
        Fields,
        Equipment,
        Commands,
    };
    enum Role {
        LineRole = Qt::UserRole + 1, ///< what tells the row from its likes; may be empty
        GroupRole, ///< the group's name, in the first row of each group only
    };
    /// One command of the program, as it is shown.
    struct Command
    {
        QString text;
        QString keys; ///< what does the same on the keyboard
    };
    /// What a row is: one of the two.
    struct Found
    {
        Hit hit;
        int command = -1; ///< its place among the commands; -1: the hit
    };

    explicit FindModel(store::Reader &reader, QObject *parent = nullptr);
    ~FindModel() override;

    void setCommands(const QVector<Command> &commands);
    /// Looks for it; `ready` follows, always, and maybe at once.
    void setTyped(const QString &typed);
    bool isReady() const; ///< the rows are the answer to the last setTyped()
    /// Only for a row that is there.
    Found at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void ready();

private:
    void show(const QVector<Hit> &hits);

    class Private;
    std::unique_ptr<Private> d;
};

QString words(FindModel::Group group);

} // namespace naryad::models
