#include "models/SaidLines.h"

#include "models/Words.h"

#include <QCoreApplication>

namespace naryad::models {

namespace {

class Lines
{
    Q_DECLARE_TR_FUNCTIONS(naryad::models)
public:
    explicit Lines(const AccountZone &zone)
        : m_zone(zone)
    {}

    QStringList taken() const { return m_lines; }

    void operator()(const CreateTask &create) { task(create.body); }
    void operator()(const UpdateTask &update)
    {
        if (!changed(update))
            task(update.body);
    }
    void operator()(const AddComment &comment) { add(tr("Comment: %1"), comment.text); }
    void operator()(const CloseTask &close)
    {
        m_lines.append(
            close.result.name.isEmpty() ? tr("Result: #%1").arg(close.result.id)
                                        : tr("Result: %1 (%2)").arg(close.result.name, close.result.id));
        add(tr("Result note: %1"), close.note);
    }
    void operator()(const AddTaskFields &fields)
    {
        for (const TaskFieldAddition &one : fields.fields) {
            entry(one.field);
            m_lines.last() += one.to == TaskFieldAddition::To::Report ? tr(" (report)") : tr(" (details)");
            if (!one.sectionFieldId.isEmpty())
                m_lines.append(tr("Section: #%1").arg(one.sectionFieldId));
            if (one.position)
                m_lines.append(tr("Position: %1").arg(*one.position + 1));
        }
    }
    void operator()(const RemoveTaskFields &fields)
    {
        for (const NamedRef &field : fields.fields)
            m_lines.append(nameOf(field));
    }
    template <class Body> void operator()(const Create<Body> &create) { body(create.body); }
    template <class Body> void operator()(const Update<Body> &update)
    {
        if (!changed(update))
            body(update.body);
    }
    template <class Body> void operator()(const Delete<Body> &) {}

private:
    /// What the user changed of it, where it is known what it was.
    template <class Change> bool changed(const Change &update)
    {
        if (!update.base)
            return false;
        m_lines = changeLines(update, m_zone);
        if (m_lines.isEmpty())
            m_lines.append(tr("Nothing is changed"));
        return true;
    }

    static QString nameOf(const NamedRef &ref)
    {
        return ref.name.isEmpty() ? QLatin1Char('#') + ref.id : ref.name;
    }

    void add(const QString &line, const QString &value)
    {
        if (!value.isEmpty())
            m_lines.append(line.arg(value));
    }

    void addRef(const QString &line, const Known<NamedRef> &ref)
    {
        if (ref.isKnown() && !(ref.value.id.isEmpty() && ref.value.name.isEmpty()))
            m_lines.append(line.arg(nameOf(ref.value)));
    }

    void address(const Known<Address> &address)
    {
        if (!address.isKnown() || address.value.isEmpty())
            return;
        add(tr("Address: %1"), address.value.oneLine());
        add(tr("Address notes: %1"), address.value.notes);
    }

    void entry(const FieldEntry &entry)
    {
        FieldRow row;
        row.fieldId = entry.fieldId;
        row.name = entry.name;
        row.typeId = entry.typeId;
        row.value = entry.value;
        m_lines.append(fieldLine(row));
    }

    void task(const TaskBody &body)
    {
        m_lines.append(tr("Template: %1").arg(body.taskTemplate.name));
        add(tr("Number: %1"), body.number);
        addRef(tr("Contractor: %1"), body.contractor);
        addRef(tr("Worker: %1"), body.worker);
        if (body.plannedStart.isValid() || body.plannedEnd.isValid()) {
            m_lines.append(tr("Plan: %1")
                               .arg(planText(
                                   Known<QDateTime>::fromHere(body.plannedStart),
                                   Known<QDateTime>::fromHere(body.plannedEnd), m_zone)));
        }
        address(body.address);
        if (body.resultCheck.isKnown() && body.resultCheck.value)
            m_lines.append(tr("The result is to be checked"));
        m_lines.append(body.draft ? tr("To be kept as a draft") : tr("To be sent to the worker"));
        for (const FieldEntry &one : body.details)
            entry(one);
    }

    void body(const ContractorBody &body)
    {
        add(tr("Name: %1"), body.name);
        add(tr("External id: %1"), body.externalId.value);
        address(body.address);
        for (const PersonBody &person : body.persons)
            add(tr("Person: %1"), (QStringList{person.name} + person.phones).join(QStringLiteral(", ")));
        for (const QString &phone : body.phones)
            add(tr("Phone: %1"), phone);
    }
    void body(const SubdivisionBody &body)
    {
        add(tr("Name: %1"), body.name);
        add(tr("External id: %1"), body.externalId);
        address(body.address);
        for (const SubdivisionContact &contact : body.contacts)
            add(tr("Person: %1"), (QStringList{contact.name} + contact.phones).join(QStringLiteral(", ")));
    }
    void body(const PersonBody &body)
    {
        add(tr("Name: %1"), body.name);
        for (const QString &phone : body.phones)
            add(tr("Phone: %1"), phone);
    }
    void body(const PhoneBody &body) { add(tr("Phone: %1"), body.number); }
    void body(const TemplateFieldBody &body)
    {
        add(tr("Name: %1"), body.name);
        QStringList values;
        for (const ListOption &value : body.values) {
            if (!value.deleted)
                values.append(value.name);
        }
        add(tr("Values: %1"), values.join(QStringLiteral(", ")));
    }
    void body(const TemplateBody &body)
    {
        add(tr("Name: %1"), body.name);
        add(tr("Colour: %1"), body.colour);
        add(tr("Details fields: %1"), rowNames(body.details));
        add(tr("Report fields: %1"), rowNames(body.report));
    }
    void body(const EquipmentModelBody &body)
    {
        add(tr("Name: %1"), body.name);
        addRef(tr("Type: %1"), body.type);
        addRef(tr("Manufacturer: %1"), body.manufacturer);
    }
    void body(const EquipmentBody &body)
    {
        add(tr("Serial number: %1"), body.serialNumber);
        addRef(tr("Model: %1"), body.model);
        addRef(tr("Owner: %1"), body.contractor);
    }

    static QString rowNames(const QVector<TemplateRow> &rows)
    {
        QStringList names;
        for (const TemplateRow &row : rows)
            names.append(nameOf({row.fieldId, row.name}));
        return names.join(QStringLiteral(", "));
    }

    AccountZone m_zone;
    QStringList m_lines;
};

} // namespace

QStringList saidLines(const Command &command, const AccountZone &zone)
{
    Lines lines(zone);
    std::visit([&lines](const auto &one) { lines(one); }, command);
    return lines.taken();
}

} // namespace naryad::models
