#include "PrintOrders.h"

#include "core/Await.h"
#include "exports/FileName.h"

#include <QDir>
#include <QFileDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QTextDocument>
#include <QWidget>

namespace naryad::ui {

using namespace Qt::StringLiterals;

PrintOrders::PrintOrders(Desk desk, const QVector<RowId> &rows, To to, QWidget *parent)
    : QObject(parent)
    , m_desk(std::move(desk))
    , m_to(to)
    , m_parent(parent)
{
    await(this, m_desk.details.taskCards(rows.mid(0, Most)), [this](const Result<QVector<TaskCard>> &cards) {
        if (!cards) {
            Q_EMIT failed(describe(cards.error()));
            deleteLater();
            return;
        }
        for (const TaskCard &card : *cards)
            m_orders.append({card, {}});
        readContractors();
    });
}

/// One after another: their cards tell the phones.
void PrintOrders::readContractors()
{
    while (m_next < m_orders.size() && m_orders.at(m_next).card.row.contractor.value.isNothing())
        ++m_next;
    if (m_next >= m_orders.size()) {
        show();
        return;
    }
    const QString id = m_orders.at(m_next).card.row.contractor.value.id;
    await(this, m_desk.details.contractor(id), [this](const Result<Contractor> &contractor) {
        if (contractor)
            m_orders[m_next].contractor = *contractor;
        ++m_next;
        readContractors();
    });
}

QString PrintOrders::title() const
{
    const QString number = m_orders.constFirst().card.row.number;
    return m_orders.size() == 1 && !number.isEmpty() ? tr("Work order %1").arg(number) : tr("Work orders");
}

void PrintOrders::show()
{
    if (m_orders.isEmpty()) {
        deleteLater();
        return;
    }
    if (m_to == To::Paper)
        preview();
    else
        savePdf();
}

void PrintOrders::preview()
{
    auto *dialog = new QPrintPreviewDialog(m_parent);
    dialog->setObjectName(u"printPreview"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title());
    dialog->printer()->setDocName(exports::fileName(title(), u"pdf"_s));
    const std::shared_ptr<QTextDocument> shown(workOrders(m_orders, m_desk.zone, m_desk.clock.now()));
    connect(dialog, &QPrintPreviewDialog::paintRequested, dialog, [shown](QPrinter *printer) {
        shown->print(printer);
    });
    connect(dialog, &QObject::destroyed, this, &QObject::deleteLater);
    dialog->resize(900, 700);
    dialog->open();
}

void PrintOrders::savePdf()
{
    auto *dialog = new QFileDialog(
        m_parent, tr("Save as PDF"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(u"pdfFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(u"PDF (*.pdf)"_s);
    dialog->selectFile(exports::fileName(title(), u"pdf"_s));
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &file) {
        disconnect(dialog, &QObject::destroyed, this, nullptr);
        write(file);
    });
    connect(dialog, &QObject::destroyed, this, &QObject::deleteLater);
    dialog->open();
}

/// The document, too, is made on the other thread: hundreds of orders take their time.
void PrintOrders::write(const QString &chosen)
{
    const QString file = exports::withSuffix(chosen, u"pdf"_s);
    const bool overwrite = file == chosen; // the dialog asked about what was typed into it
    m_writing = std::make_unique<exports::Background<void>>(
        [orders = m_orders, zone = m_desk.zone, now = m_desk.clock.now(), title = title(), file,
         overwrite](QPromise<Result<void>> &promise) -> Result<void> {
            const auto document = workOrders(orders, zone, now);
            if (promise.isCanceled())
                return fail(ErrorKind::Cancelled);
            return writePdf(*document, title, file, overwrite);
        });
    await(this, m_writing->future(), [this, file](const Result<void> &written) {
        if (written)
            Q_EMIT saved(file);
        else
            Q_EMIT failed(describe(written.error()));
        deleteLater();
    });
}

} // namespace naryad::ui
