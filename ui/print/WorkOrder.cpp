#include "WorkOrder.h"

#include "PdfFile.h"
#include "core/Phone.h"
#include "models/Words.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int EmptyLines = 3; ///< for what has no place of its own

/// Builds the pages as HTML, in which everything that came from anywhere is escaped.
class Page
{
    Q_DECLARE_TR_FUNCTIONS(naryad::ui::WorkOrder)
public:
    explicit Page(const AccountZone &zone)
        : m_zone(zone)
    {}

    void add(const WorkOrder &order, const QDateTime &printedAt)
    {
        const Task &task = order.card.task;
        const bool first = m_html.isEmpty();
        m_html += first ? u"<h1>"_s : u"<h1 style=\"page-break-before:always\">"_s;
        m_html += escaped(
                      task.number.isEmpty() ? tr("Work order without a number")
                                            : tr("Work order № %1").arg(task.number))
            + u"</h1>"_s;
        about(order);
        fields(tr("Details"), task.details, false);
        fields(tr("Report"), task.report, true);
        toFillIn(printedAt);
    }

    QString html() const { return m_html; }

private:
    static QString escaped(const QString &text) { return text.toHtmlEscaped().replace(u'\n', u"<br>"_s); }

    static QString refText(const Known<NamedRef> &ref)
    {
        return !ref.isKnown() ? models::notKnownText() : ref.value.name;
    }

    void line(const QString &name, const QString &value)
    {
        m_html += u"<tr><td width=\"30%\"><b>"_s + escaped(name) + u"</b></td><td>"_s + escaped(value)
            + u"</td></tr>"_s;
    }

    void about(const WorkOrder &order)
    {
        const Task &task = order.card.task;
        m_html += u"<table width=\"100%\" cellpadding=\"3\">"_s;
        line(tr("Template"), task.taskTemplate.name);
        line(tr("Plan"), models::planText(task.plannedStart, task.plannedEnd, m_zone));
        line(tr("Worker"), refText(task.worker));
        line(tr("Contractor"), order.contractor ? order.contractor->path() : refText(task.contractor));
        line(tr("Phones"), phones(order));
        if (!task.address.isKnown()) {
            line(tr("Address"), models::notKnownText());
        } else {
            line(tr("Address"), task.address.value.oneLine());
            if (!task.address.value.notes.isEmpty())
                line(tr("Address notes"), task.address.value.notes);
        }
        m_html += u"</table>"_s;
    }

    static QString phones(const WorkOrder &order)
    {
        if (!order.contractor || !order.contractor->phones.isKnown())
            return models::notKnownText();
        QStringList lines;
        for (const Phone &phone : order.contractor->phones.value) {
            if (phone.deleted)
                continue;
            QString whose;
            for (const Person &person : order.contractor->persons.value) {
                if (!phone.personId.isEmpty() && person.id == phone.personId)
                    whose = u"  "_s + person.name;
            }
            lines.append(phoneShown(phone.number) + whose);
        }
        return lines.isEmpty() ? u"—"_s : lines.join(u'\n');
    }

    /// With `blank` what has no value is a line to write on.
    void fields(const QString &title, const QVector<FieldRow> &rows, bool blank)
    {
        if (rows.isEmpty())
            return;
        m_html += u"<h3>"_s + escaped(title)
            + u"</h3><table width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"4\">"_s;
        for (const FieldRow &row : rows) {
            const QString name = row.name.isEmpty() ? u'#' + row.fieldId : row.name;
            if (row.type() == FieldType::Section) {
                m_html += u"<tr><td colspan=\"2\"><b>"_s + escaped(name) + u"</b></td></tr>"_s;
                continue;
            }
            const QString shown = row.required.value_or(false) ? tr("%1 (required)").arg(name) : name;
            const bool empty = row.value.isEmpty();
            m_html += u"<tr><td width=\"40%\">"_s + escaped(shown) + u"</td><td>"_s
                + (empty ? blank ? u"<br>&nbsp;"_s : u"—"_s : escaped(models::valueText(row.value)))
                + u"</td></tr>"_s;
        }
        m_html += u"</table>"_s;
    }

    void toFillIn(const QDateTime &printedAt)
    {
        m_html += u"<h3>"_s + escaped(tr("Done and used"))
            + u"</h3><table width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"4\">"_s;
        for (int i = 0; i < EmptyLines; ++i)
            m_html += u"<tr><td>&nbsp;</td></tr>"_s;
        m_html += u"</table><br><table width=\"100%\"><tr><td width=\"50%\">"_s
            + escaped(tr("Worker: ____________________")) + u"</td><td>"_s
            + escaped(tr("Client: ____________________")) + u"</td></tr></table><p><small>"_s
            + escaped(tr("Printed %1").arg(m_zone.local(printedAt).toString(u"dd.MM.yyyy HH:mm"_s)))
            + u"</small></p>"_s;
    }

    AccountZone m_zone;
    QString m_html;
};

/// A document that reads no file and no address, whatever stands in it.
class ClosedDocument final : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

std::unique_ptr<QTextDocument>
workOrders(const QVector<WorkOrder> &orders, const AccountZone &zone, const QDateTime &printedAt)
{
    Page page(zone);
    for (const WorkOrder &order : orders)
        page.add(order, printedAt);
    auto document = std::make_unique<ClosedDocument>();
    QFont font = document->defaultFont();
    font.setPointSizeF(10);
    document->setDefaultFont(font);
    document->setHtml(page.html());
    return document;
}

Result<void>
writePdf(const QTextDocument &document, const QString &title, const QString &file, bool overwrite)
{
    return writePdfFile(title, file, overwrite, [&document](QPdfWriter &writer) {
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
        document.print(&writer);
    });
}

} // namespace naryad::ui
