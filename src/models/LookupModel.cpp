#include "models/LookupModel.h"

#include "core/Await.h"
#include "core/CommandKinds.h"
#include "core/Text.h"
#include "models/Words.h"
#include "store/Reader.h"

#include <QRegularExpression>
#include <QVector>

#include <algorithm>

namespace naryad::models {

namespace {

constexpr int MostRows = 200;

/// "74" of "74", "#74" and "74 done"; empty where the text begins otherwise.
QString leadingNumber(const QString &folded)
{
    static const QRegularExpression numbered(QStringLiteral("^#?(\\d+)(?:\\s|$)"));
    return numbered.match(folded).captured(1);
}

/// The row has exactly this number, and the text says no other name than the row's.
bool isNumbered(const NamedRef &row, const QString &number, const QString &folded)
{
    if (row.id != number)
        return false;
    const QString name = folded.mid(folded.indexOf(number) + number.size()).trimmed();
    return name.isEmpty() || foldText(row.name).startsWith(name);
}

} // namespace

class LookupModel::Private
{
public:
    store::Reader &reader;
    Kind kind;
    QVector<NamedRef> rows;
    bool ready = false;
    quint64 generation = 0;
};

LookupModel::LookupModel(store::Reader &reader, Kind kind, QObject *parent)
    : QAbstractListModel(parent)
    , d(new Private{reader, kind, {}, false, 0})
{}

LookupModel::~LookupModel() = default;

template <class T, class ToRef> void LookupModel::expect(QFuture<Result<QVector<T>>> answer, ToRef toRef)
{
    const quint64 generation = ++d->generation;
    naryad::await(this, answer, [this, generation, toRef](const Result<QVector<T>> &found) {
        if (generation != d->generation)
            return;
        QVector<NamedRef> rows;
        if (found) {
            for (const T &value : *found)
                rows.append(toRef(value));
        }
        if (rows != d->rows) {
            beginResetModel();
            d->rows = rows;
            endResetModel();
        }
        d->ready = true;
        Q_EMIT ready();
    });
}

void LookupModel::setKind(Kind kind)
{
    d->kind = kind;
}

void LookupModel::setTyped(const QString &typed)
{
    d->ready = false;
    switch (d->kind) {
    case Kind::Contractors:
        expect(d->reader.contractors(typed, MostRows), [](const Contractor &contractor) {
            return NamedRef{contractor.id, contractor.path()};
        });
        break;
    case Kind::Workers:
    case Kind::Employees:
        expect(d->reader.employees(typed, d->kind == Kind::Workers, MostRows), [](const Employee &employee) {
            return NamedRef{employee.id, employee.name};
        });
        break;
    case Kind::Templates:
        expect(d->reader.templates(typed, MostRows), [](const Template &value) {
            return NamedRef{value.id, value.name};
        });
        break;
    case Kind::Results:
        // "#74" is how a thing without a name is shown.
        expect(
            d->reader.results(typed.startsWith(QLatin1Char('#')) ? typed.mid(1) : typed, MostRows),
            [](const NamedRef &result) { return result; });
        break;
    case Kind::Fields:
        expect(d->reader.templateFields(typed, MostRows), [](const TemplateField &field) {
            return NamedRef{field.id, field.name};
        });
        break;
    case Kind::EquipmentModels:
        expect(d->reader.equipmentModels(typed, MostRows), [](const EquipmentModelRow &model) {
            return NamedRef{model.id, model.name};
        });
        break;
    case Kind::EquipmentTypes:
        askDictionary(DictionaryKind::EquipmentTypes, typed);
        break;
    case Kind::Manufacturers:
        askDictionary(DictionaryKind::Manufacturers, typed);
        break;
    case Kind::EquipmentFields:
        askDictionary(DictionaryKind::EquipmentFields, typed);
        break;
    }
}

void LookupModel::askDictionary(DictionaryKind kind, const QString &typed)
{
    expect(
        d->reader.dictionary(kind, typed.startsWith(QLatin1Char('#')) ? typed.mid(1) : typed, MostRows),
        [](const DictionaryEntry &word) {
            return NamedRef{word.id, word.name};
        });
}

/// What it lists is said by its number.
bool LookupModel::isNumbered() const
{
    return d->kind == Kind::Results || d->kind == Kind::EquipmentTypes || d->kind == Kind::Manufacturers
        || d->kind == Kind::EquipmentFields;
}

bool LookupModel::isReady() const
{
    return d->ready;
}

NamedRef LookupModel::at(int row) const
{
    return row >= 0 && row < d->rows.size() ? d->rows.at(row) : NamedRef();
}

std::optional<NamedRef> LookupModel::best(const QString &typed) const
{
    const QString wanted = foldText(typed);
    // A result is said by its number: "74" is neither 174 nor the first of the list, and "74 Done" is 74.
    const QString number = isNumbered() ? leadingNumber(wanted) : QString();
    const auto numbered = std::find_if(d->rows.begin(), d->rows.end(), [&](const NamedRef &row) {
        return naryad::models::isNumbered(row, number, wanted);
    });
    if (!number.isEmpty() && numbered != d->rows.end())
        return *numbered;
    const auto called = [this](const QString &name) {
        QVector<NamedRef> found;
        for (const NamedRef &row : std::as_const(d->rows)) {
            if (foldText(row.name) == name || foldText(textOf(row)) == name)
                found.append(row);
        }
        return found;
    };
    QVector<NamedRef> found = called(wanted);
    if (found.isEmpty() && !d->rows.isEmpty() && number.isEmpty())
        found = called(foldText(d->rows.first().name));
    return found.size() == 1 ? std::optional(found.first()) : std::nullopt;
}

/// What the list shows of a row: where several have one name, with what tells them apart.
QString LookupModel::textOf(const NamedRef &row) const
{
    if (isNumbered())
        return resultText(row);
    const auto same = std::count_if(
        d->rows.begin(), d->rows.end(), [&row](const NamedRef &other) { return other.name == row.name; });
    if (same <= 1)
        return row.name;
    const bool madeHere = !localToken(row.id).isEmpty();
    return row.name + QStringLiteral(" · ") + (madeHere ? tr("made here") : QLatin1Char('#') + row.id);
}

QString LookupModel::fieldText(const NamedRef &ref) const
{
    if (d->kind == Kind::Results && !ref.name.isEmpty())
        return resultText(ref);
    return ref.name.isEmpty() && !ref.id.isEmpty() ? QLatin1Char('#') + ref.id : ref.name;
}

int LookupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

QVariant LookupModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= d->rows.size())
        return {};
    const QString text = textOf(d->rows.at(index.row()));
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return text;
    return role == Qt::ToolTipRole ? QVariant(plainTooltip(text)) : QVariant();
}

} // namespace naryad::models
