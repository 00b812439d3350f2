#include "JournalText.h"
#include "ReaderQueries.h"
#include "TaskColumns.h"
#include "core/CommandKinds.h"
#include "core/Pending.h"
#include "core/Serial.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

/// Templates and fields with what this computer said of them.
namespace naryad::store {

/// What is not done yet, and what was done of late: the mirror may not have been read since.
const char *const StockSql
    = "SELECT entry FROM command WHERE id IN (SELECT id FROM command WHERE state NOT IN ('sent','dropped') "
      "UNION SELECT id FROM command WHERE settled >= ?1 AND state = 'sent') AND (instr(entry, "
      "'-template\"') > 0 OR instr(entry, '-template-field\"') > 0) ORDER BY id";

namespace {

constexpr int SentDays = 1;

TemplateBody bodyOf(const Template &value)
{
    return templateBodyOf(value);
}

TemplateFieldBody bodyOf(const TemplateField &value)
{
    return templateFieldBodyOf(value);
}

void put(Template &value, const TemplateBody &body)
{
    value.name = body.name;
    value.colour = body.colour;
    value.visitDay = body.visitDay;
    value.visitDurationSeconds = body.visitDurationSeconds;
    value.details = body.details;
    value.report = body.report;
    value.notUnderstood = body.notUnderstood;
}

void put(TemplateField &value, const TemplateFieldBody &body)
{
    value.name = body.name;
    value.typeId = body.typeId;
    value.typeName = body.typeName;
    value.values = body.values;
    value.notUnderstood = body.notUnderstood;
}

struct Marks
{
    QSet<QString> unread; ///< ids whose mirrored form may be older than what was done last
    QSet<QString> gone; ///< ids the service has no more
};

/// Lays commands, oldest first, over one of the two lists.
template <class T, class Body> class Layer
{
public:
    Layer(QVector<Stocked<T>> &rows, const Marks &marks, const QHash<QString, QString> &ids)
        : m_rows(rows)
        , m_marks(marks)
        , m_ids(ids)
    {}

    void lay(const JournalEntry &entry)
    {
        if (const auto *create = std::get_if<Create<Body>>(&entry.command))
            made(entry, *create);
        else if (const auto *update = std::get_if<Update<Body>>(&entry.command))
            changed(entry, *update);
        else if (const auto *remove = std::get_if<Delete<Body>>(&entry.command))
            removed(entry, *remove);
    }

private:
    Stocked<T> *find(const ObjectRef &ref)
    {
        const QString known = ref.isLocal() ? m_ids.value(ref.token) : ref.id;
        const QString id = known.isEmpty() ? localId(ref.token) : known;
        const auto found = std::find_if(
            m_rows.begin(), m_rows.end(), [&id](const Stocked<T> &one) { return one.value.id == id; });
        return found == m_rows.end() ? nullptr : &*found;
    }

    void made(const JournalEntry &entry, const Create<Body> &create)
    {
        if (Stocked<T> *known = find({entry.resultId, entry.token})) {
            known->madeBy = entry.id;
            return;
        }
        if (m_marks.gone.contains(entry.resultId))
            return;
        Stocked<T> row;
        put(row.value, create.body);
        row.value.id = entry.resultId.isEmpty() ? localId(entry.token) : entry.resultId;
        row.loaded = true;
        row.pending = pendingOf(entry.state);
        row.madeBy = entry.id;
        m_rows.append(row);
    }

    void changed(const JournalEntry &entry, const Update<Body> &update)
    {
        Stocked<T> *row = find(update.object);
        if (!row)
            return;
        // Done, but not read again: the mirror still has what the editor began with.
        const bool stale
            = m_marks.unread.contains(row->value.id) && update.base && bodyOf(row->value) == *update.base;
        if (entry.state == CommandState::Sent && !stale)
            return;
        // A refused change is not what it is: only its mark shows.
        if (entry.state != CommandState::Refused)
            put(row->value, update.body);
        row->pending = std::max(row->pending, pendingOf(entry.state));
    }

    void removed(const JournalEntry &entry, const Delete<Body> &remove)
    {
        Stocked<T> *row = find(remove.object);
        if (!row)
            return;
        if (entry.state == CommandState::Sent) {
            m_rows.erase(m_rows.begin() + (row - m_rows.data()));
            return;
        }
        row->leaving = entry.state != CommandState::Refused;
        row->pending = std::max(row->pending, pendingOf(entry.state));
    }

    QVector<Stocked<T>> &m_rows;
    const Marks &m_marks;
    const QHash<QString, QString> &m_ids;
};

template <class T> void sortByName(QVector<Stocked<T>> &rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const Stocked<T> &a, const Stocked<T> &b) {
        return sortKey(a.value.name) < sortKey(b.value.name);
    });
}

} // namespace

Result<TemplateStock> ReaderQueries::templateStock()
{
    TemplateStock stock;
    Marks ofTemplates;
    Marks ofFields;
    {
        const SQLite::Transaction snapshot(mirror());
        SQLite::Statement templates(mirror(), "SELECT id, name, colour, card, loaded, gone FROM template");
        while (templates.executeStep()) {
            if (numberAt(templates, 5) != 0) {
                ofTemplates.gone.insert(textAt(templates, 0));
                continue;
            }
            Stocked<Template> row;
            row.loaded = !templates.getColumn(3).isNull();
            if (row.loaded)
                row.value = serial::templateFromJson(objectOf(bytesAt(templates, 3)));
            row.value.id = textAt(templates, 0);
            row.value.name = textAt(templates, 1);
            row.value.colour = textAt(templates, 2);
            if (numberAt(templates, 4) == 0)
                ofTemplates.unread.insert(row.value.id);
            learn(stock.visitDays, row.value.visitDay);
            stock.templates.append(row);
        }
        SQLite::Statement fields(mirror(), "SELECT id, name, card, loaded, gone FROM template_field");
        while (fields.executeStep()) {
            if (numberAt(fields, 4) != 0) {
                ofFields.gone.insert(textAt(fields, 0));
                continue;
            }
            Stocked<TemplateField> row;
            const QByteArray card = bytesAt(fields, 2);
            row.loaded = !card.isEmpty();
            if (row.loaded)
                row.value = serial::templateFieldFromJson(objectOf(card));
            row.value.id = textAt(fields, 0);
            row.value.name = textAt(fields, 1);
            if (numberAt(fields, 3) == 0)
                ofFields.unread.insert(row.value.id);
            if (row.value.type() == FieldType::Unknown)
                learn(stock.fieldTypes, {QString::number(row.value.typeId), row.value.typeName});
            stock.fields.append(row);
        }
    }
    for (const NamedRef &day : documentedVisitDays())
        learn(stock.visitDays, day);
    stock.fieldTypes.removeIf([](const NamedRef &type) { return type.id == QLatin1String("0"); });

    QVector<JournalEntry> said;
    QHash<QString, QString> &ids = stock.idByToken;
    SQLite::Statement find(journal(), StockSql);
    bindAll(find, QDateTime::currentDateTimeUtc().addDays(-SentDays).toMSecsSinceEpoch());
    while (find.executeStep()) {
        if (const auto entry = entryFromJson(objectOf(bytesAt(find, 0)))) {
            said.append(*entry);
            if (!entry->resultId.isEmpty() && isCreate(entry->command))
                ids.insert(entry->token, entry->resultId);
        }
    }
    Layer<Template, TemplateBody> templates(stock.templates, ofTemplates, ids);
    Layer<TemplateField, TemplateFieldBody> fields(stock.fields, ofFields, ids);
    for (JournalEntry &entry : said) {
        entry.command = resolved(entry.command, [&ids](const QString &token) { return ids.value(token); });
        templates.lay(entry);
        fields.lay(entry);
    }
    sortByName(stock.templates);
    sortByName(stock.fields);
    const auto byNumber
        = [](const NamedRef &a, const NamedRef &b) { return a.id.toLongLong() < b.id.toLongLong(); };
    std::sort(stock.visitDays.begin(), stock.visitDays.end(), byNumber);
    std::sort(stock.fieldTypes.begin(), stock.fieldTypes.end(), byNumber);
    return stock;
}

} // namespace naryad::store
