#pragma once

#include "core/Dictionary.h"
#include "core/Ids.h"
#include "core/Result.h"

#include <QAbstractListModel>
#include <QFuture>
#include <QVector>

#include <memory>
#include <optional>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// The candidates of a picker for what is typed so far: at most 200, best first. Thread: the GUI's.
class LookupModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind {
        Contractors,
        Workers, ///< employees with the mobile role, or whose roles are not known
        Employees,
        Templates,
        Results, ///< closing results, as kept on this computer
        Fields, ///< the fields templates are made of
        EquipmentModels,
        EquipmentTypes, ///< this and what follows: as kept on this computer
        Manufacturers,
        EquipmentFields,
    };

    LookupModel(store::Reader &reader, Kind kind, QObject *parent = nullptr);
    ~LookupModel() override;

    /// Of what it lists from the next setTyped() on.
    void setKind(Kind kind);
    /// Asks for the matches of `typed`; an older answer is dropped. `ready` follows, always.
    void setTyped(const QString &typed);
    bool isReady() const; ///< the rows are the answer to the last setTyped()
    NamedRef at(int row) const;
    /// What a typed text means among the rows present: the one called exactly so, else the first. Nothing
    /// where several are called so: the user must point. A result whose number is typed is that one or none.
    std::optional<NamedRef> best(const QString &typed) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// What stands in a field that holds this: a result with its number, which is what the service is told.
    QString fieldText(const NamedRef &ref) const;

Q_SIGNALS:
    void ready();

private:
    void askDictionary(DictionaryKind kind, const QString &typed);
    bool isNumbered() const;
    QString textOf(const NamedRef &row) const;
    template <class T, class ToRef> void expect(QFuture<Result<QVector<T>>> answer, ToRef toRef);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::models
