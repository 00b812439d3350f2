#include "State.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace naryad::sandbox {

namespace {

const QByteArray Magic = QByteArrayLiteral("naryad-sandbox 1\n");
constexpr qsizetype HashSize = 32;

/// Writes or reads values in the order they are passed, so that one list of members serves both ways.
class Pass
{
public:
    enum class Way { Write, Read };

    Pass(QDataStream &stream, Way way)
        : m_stream(stream)
        , m_isReading(way == Way::Read)
    {}

    template <class... T> void operator()(T &...values) { (one(values), ...); }

private:
    template <class T>
    static constexpr bool isPlain
        = std::is_arithmetic_v<T> || std::is_same_v<T, QString> || std::is_same_v<T, QDateTime>;

    template <class T> void one(T &value)
    {
        if constexpr (isPlain<T>) {
            if (m_isReading)
                m_stream >> value;
            else
                m_stream << value;
        } else {
            members(*this, value);
        }
    }

    /// As text: QDataStream writes a JSON number as a double, which loses digits.
    void one(QJsonValue &value)
    {
        QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        if (m_isReading) {
            m_stream >> text;
            value = QJsonDocument::fromJson(text).array().at(0);
        } else {
            m_stream << text;
        }
    }

    template <class T> void one(QVector<T> &list)
    {
        qint64 size = list.size();
        one(size);
        if (m_isReading)
            list.clear();
        for (qint64 i = 0; i < size && m_stream.status() == QDataStream::Ok; ++i) {
            T item = m_isReading ? T() : list.at(static_cast<qsizetype>(i));
            one(item);
            if (m_isReading)
                list.append(item);
        }
    }

    template <class T> void one(std::map<qint64, T> &map)
    {
        qint64 size = static_cast<qint64>(map.size());
        one(size);
        auto item = map.begin();
        for (qint64 i = 0; i < size && m_stream.status() == QDataStream::Ok; ++i) {
            qint64 key = m_isReading ? 0 : item->first;
            T value = m_isReading ? T() : (item++)->second;
            (*this)(key, value);
            if (m_isReading)
                map.emplace_hint(map.end(), key, value);
        }
    }

    template <class T> void one(QHash<qint64, T> &hash) { streamed(hash); }

    void one(QMultiHash<QString, qint64> &hash) { streamed(hash); }

    template <class T> void streamed(T &value)
    {
        if (m_isReading)
            m_stream >> value;
        else
            m_stream << value;
    }

    QDataStream &m_stream;
    bool m_isReading;
};

void members(Pass &pass, Measures &m)
{
    pass(m.tasks, m.contractors, m.equipment, m.seed, m.today);
}

void members(Pass &pass, Change &c)
{
    pass(c.number, c.objectId, c.at);
}

void members(Pass &pass, Address &a)
{
    pass(a.text, a.porch, a.floor, a.room, a.info, a.lat, a.lon);
}

void members(Pass &pass, Row &r)
{
    pass(r.id, r.fieldId, r.parentFieldId, r.value, r.visible, r.required);
}

void members(Pass &pass, StoredComment &c)
{
    pass(c.id, c.text);
}

void members(Pass &pass, StoredTask &t)
{
    pass(t.id, t.number, t.createdAt, t.start, t.end, t.draft, t.templateId, t.employeeId, t.contractorId);
    pass(t.address, t.verification, t.props, t.checklist, t.closedResult, t.closedNote, t.comments);
}

void members(Pass &pass, StoredContractor &c)
{
    pass(c.id, c.externalId, c.name, c.parentId, c.templateId, c.address, c.createdAt, c.persons, c.phones);
}

void members(Pass &pass, StoredPerson &p)
{
    pass(p.id, p.contractorId, p.externalId, p.name, p.deleted);
}

void members(Pass &pass, StoredPhone &p)
{
    pass(p.id, p.contractorId, p.personId, p.name, p.createdAt, p.deleted);
}

void members(Pass &pass, StoredOption &o)
{
    pass(o.id, o.name, o.deleted);
}

void members(Pass &pass, StoredField &f)
{
    pass(f.id, f.name, f.type, f.options);
}

void members(Pass &pass, StoredTemplate &t)
{
    pass(t.id, t.name, t.colour, t.visit, t.duration, t.createdAt, t.props, t.checklist);
}

void members(Pass &pass, StoredModel &m)
{
    pass(m.id, m.name, m.typeId, m.makerId);
}

void members(Pass &pass, EquipmentValue &v)
{
    pass(v.fieldId, v.value);
}

void members(Pass &pass, StoredEquipment &e)
{
    pass(e.id, e.serial, e.modelId, e.contractorId, e.createdAt, e.values);
}

} // namespace

Result<void> saveState(Company &company, const QString &file)
{
    QByteArray content;
    QDataStream stream(&content, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    Pass pass(stream, Pass::Way::Write);
    Measures measures = company.measures();
    members(pass, measures);
    company.pass(pass);
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return fail(ErrorKind::Storage, out.errorString());
    out.write(Magic + QCryptographicHash::hash(content, QCryptographicHash::Sha256) + content);
    if (!out.commit())
        return fail(ErrorKind::Storage, out.errorString());
    return {};
}

Result<std::unique_ptr<Company>> loadState(const Options &options, const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, in.errorString());
    const QByteArray whole = in.readAll();
    const QByteArray content = whole.mid(Magic.size() + HashSize);
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    if (!whole.startsWith(Magic) || whole.mid(Magic.size(), HashSize) != hash)
        return fail(ErrorKind::Storage, file, ErrorCause::Damaged);
    QDataStream stream(content);
    stream.setVersion(QDataStream::Qt_6_4);
    Pass pass(stream, Pass::Way::Read);
    Measures measures;
    members(pass, measures);
    auto company = std::make_unique<Company>(options, measures);
    company->pass(pass);
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return fail(ErrorKind::Storage, file, ErrorCause::Damaged);
    return company;
}

} // namespace naryad::sandbox
