#pragma once

#include "core/Caller.h"
#include "core/Result.h"

#include <QAbstractListModel>
#include <QVector>

#include <memory>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// Who may be calling, for what is typed so far: a phone however it is written, a part of one, or words of a
/// name; the best first, at most 30. Thread: the GUI's; never blocks: the rows are those of the text before
/// until the answer is there, and the next key ends the question.
class CallerModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit CallerModel(store::Reader &reader, QObject *parent = nullptr);
    ~CallerModel() override;

    /// Looks for it; `ready` follows, always, and maybe at once.
    void setTyped(const QString &typed);
    /// The same text once more: what is known has changed.
    void refresh();
    bool isReady() const; ///< the rows are the answer to the last question
    /// Only for a row that is there.
    Caller at(int row) const;
    int rowOf(const QString &contractorId) const; ///< -1 where it is not listed

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void ready();

private:
    void show(const QVector<Caller> &callers);

    class Private;
    std::unique_ptr<Private> d;
};

/// What tells one found from another: "Александр · +7 (903) 627-77-81 · open tasks: 2".
QString lineOf(const Caller &caller);

} // namespace naryad::models
