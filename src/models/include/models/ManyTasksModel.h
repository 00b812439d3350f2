#pragma once

#include "core/AccountZone.h"
#include "core/Commands.h"
#include "core/TaskCard.h"

#include <QAbstractTableModel>
#include <QHash>

#include <functional>
#include <memory>
#include <optional>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// Many tasks of which one thing is to be said: of which of them it can be, and afterwards what became of
/// each.
///
/// Holds the rows it was made with, in their order, whatever the list does meanwhile. Thread: the GUI's;
/// never blocks: rows come page by page. More than Most are only shown, and judged as far as they are.
class ManyTasksModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Number,
        Plan,
        TemplateName,
        ContractorName,
        Text, ///< what is said of this one
        Outcome, ///< why it is left out, or what became of it
        ColumnCount,
    };
    /// At once; the queue of what is to be sent is the user's to survey.
    static constexpr int Most = 10000;

    /// Why it can't be said of this task; empty: it can.
    using Judge = std::function<QString(const TaskRow &row)>;

    /// How many are in which state of what was said.
    struct Tally
    {
        int held = 0;
        int waiting = 0; ///< and being sent
        int sent = 0;
        int refused = 0;
        int unsure = 0;
        int dropped = 0;
        int all() const { return held + waiting + sent + refused + unsure + dropped; }
        friend bool operator==(const Tally &, const Tally &) = default;
    };

    ManyTasksModel(
        store::Reader &reader, AccountZone zone, const QVector<RowId> &rows, Judge judge,
        QObject *parent = nullptr);
    ~ManyTasksModel() override;

    int chosen() const { return rowCount(); }
    bool isTooMany() const { return chosen() > Most; }
    /// All rows are here and judged.
    bool isRead() const;
    std::optional<Error> error() const; ///< why they can't be read
    void setJudge(Judge judge);
    /// Those it can be said of and was not yet, in their order; complete where isRead().
    QVector<TaskRow> possible() const;
    int possibleCount() const;
    int leftOut() const;
    /// It turned out that it can't be said of this one.
    void leaveOut(RowId asked, const QString &why);

    /// What is said of each that has no text of its own.
    void setText(const QString &text);
    /// Whether each may have a text of its own, typed into its row.
    void setOwnTexts(bool own);
    QString textOf(RowId row) const;
    /// Those that were typed into rows and are not said, by ObjectRef::key() of the task; with those that
    /// were restored and whose rows are not here.
    QHash<QString, QString> ownTexts() const;
    /// Each goes into its row as soon as that is here and something can be said of it.
    void restoreOwnTexts(const QHash<QString, QString> &texts);

    /// The number of a row that got its mirrored one since it was asked for; else the same.
    RowId now(RowId row) const;
    /// They are in the journal by these numbers, in the order of the rows; rows that moved meanwhile too.
    void setSaid(const QVector<TaskRow> &rows, const QVector<CommandId> &ids);
    Tally tally() const;
    /// Those that can still be taken back.
    QVector<CommandId> heldCommands() const;

    /// What Engine::mirrorChanged told.
    void apply(const naryad::MirrorChange &change);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// More rows are here, or another judgement of them.
    void judged();
    /// What became of them changed.
    void settled();
    /// A restored text is in its row.
    void ownTextPut();

private:
    void readAll(int from);
    void readPage(int from);
    void take(const QVector<TaskRow> &rows);
    void putOwnText(const TaskRow &row);
    void wantPage(int page) const;
    void ask();
    void settle(const QVector<JournalEntry> &entries);
    void tellRow(int place, int column);
    QString outcome(int place, const TaskRow &row) const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::models
