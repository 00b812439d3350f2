#include "ExportDialog.h"

#include "core/Await.h"
#include "exports/FileName.h"
#include "widgets/ReasonLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QFutureWatcher>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;
using exports::Format;
using exports::What;

namespace {

/// Tasks, but only those marked.
constexpr int ChosenTasksItem = -1;

QComboBox *box(QWidget *parent, const QString &objectName, const QString &name)
{
    auto *made = new QComboBox(parent);
    made->setObjectName(objectName);
    made->setAccessibleName(name);
    made->setAccessibleDescription(name);
    return made;
}

} // namespace

ExportDialog::ExportDialog(Desk desk, Tasks tasks, QWidget *parent)
    : QDialog(parent)
    , m_desk(std::move(desk))
    , m_tasks(std::move(tasks))
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    setObjectName(u"ExportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export"));
    build();
    enable();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build()
{
    const QLocale locale;
    m_what = box(this, u"what"_s, tr("List"));
    if (!m_tasks.chosen.isEmpty())
        m_what->addItem(tr("Chosen tasks: %1").arg(locale.toString(m_tasks.chosen.size())), ChosenTasksItem);
    m_what->addItem(tr("Tasks as listed: %1").arg(locale.toString(m_tasks.count)), int(What::Tasks));
    m_what->addItem(tr("All contractors"), int(What::Contractors));
    m_what->addItem(tr("All equipment"), int(What::Equipment));
    m_format = box(this, u"format"_s, tr("Format"));
    m_format->addItem(tr("Excel workbook (.xlsx)"), int(Format::Xlsx));
    m_format->addItem(tr("Text with separators (.csv)"), int(Format::Csv));
    m_separator = box(this, u"separator"_s, tr("Separator"));
    m_separator->addItem(tr("; as Russian Excel reads it"), QString(u';'));
    m_separator->addItem(tr(", as most others do"), QString(u','));
    m_separator->setCurrentIndex(exports::usualSeparator() == u';' ? 0 : 1);
    m_allColumns = new QCheckBox(tr("&All columns, also those the list does not show"), this);
    m_allColumns->setObjectName(u"allColumns"_s);
    m_allColumns->setAccessibleName(tr("All columns"));
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_message = new ReasonLabel(u"message"_s, this);
    m_save = new QPushButton(tr("&Save as…"), this);
    m_save->setObjectName(u"save"_s);
    m_save->setAccessibleName(tr("Save as…"));
    m_save->setDefault(true);
    m_cancel = new QPushButton(tr("&Cancel"), this);
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setAutoDefault(false);
    auto *form = new QFormLayout;
    form->addRow(tr("&List"), m_what);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("Se&parator"), m_separator);
    form->addRow(QString(), m_allColumns);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
    for (QComboBox *one : {m_what, m_format})
        connect(one, &QComboBox::currentIndexChanged, this, &ExportDialog::enable);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::askForFile);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
}

void ExportDialog::enable()
{
    const bool writing = m_run != nullptr;
    const int what = m_what->currentData().toInt();
    for (QWidget *field : std::initializer_list<QWidget *>{m_what, m_format, m_save})
        field->setEnabled(!writing);
    m_separator->setEnabled(!writing && m_format->currentData().toInt() == int(Format::Csv));
    m_allColumns->setEnabled(!writing && (what == ChosenTasksItem || what == int(What::Tasks)));
    m_progress->setVisible(writing);
}

exports::Order ExportDialog::order() const
{
    exports::Order order;
    const int what = m_what->currentData().toInt();
    order.what = what == ChosenTasksItem ? What::Tasks : What(what);
    order.format = Format(m_format->currentData().toInt());
    order.separator = m_separator->currentData().toString().front();
    order.zone = m_desk.zone;
    order.tasks = m_tasks.query;
    if (what == ChosenTasksItem)
        order.rows = m_tasks.chosen;
    if (!m_allColumns->isChecked())
        order.columns = m_tasks.shownColumns;
    return order;
}

/// "Tasks 2026-11-24.xlsx", with what narrows the list.
QString ExportDialog::suggestedName() const
{
    const exports::Order wanted = order();
    QString name = wanted.what == What::Contractors ? tr("Contractors")
        : wanted.what == What::Equipment            ? tr("Equipment")
                                                    : tr("Tasks");
    if (wanted.what == What::Tasks && !m_tasks.query.text.trimmed().isEmpty())
        name += u' ' + m_tasks.query.text.trimmed();
    name += u' ' + m_desk.zone.local(m_desk.clock.now()).date().toString(Qt::ISODate);
    return exports::fileName(name, wanted.format == Format::Csv ? u"csv"_s : u"xlsx"_s);
}

void ExportDialog::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Export"), m_folder);
    dialog->setObjectName(u"exportFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const bool csv = order().format == Format::Csv;
    dialog->setNameFilter(csv ? u"CSV (*.csv)"_s : u"Excel (*.xlsx)"_s);
    dialog->selectFile(suggestedName());
    // It asks by itself before a file that is there is taken, but only about the very name typed into it: the
    // system's own dialogs would get a suffix put to it after their question.
    connect(dialog, &QFileDialog::fileSelected, this, [this, csv](const QString &chosen) {
        // The name that is typed tells the format, too.
        const bool namesCsv = chosen.endsWith(u".csv"_s, Qt::CaseInsensitive);
        const bool asCsv = namesCsv || (csv && !chosen.endsWith(u".xlsx"_s, Qt::CaseInsensitive));
        m_format->setCurrentIndex(m_format->findData(int(asCsv ? Format::Csv : Format::Xlsx)));
        const QString file = exports::withSuffix(chosen, asCsv ? u"csv"_s : u"xlsx"_s);
        writeTo(file, file == chosen);
    });
    dialog->open();
}

void ExportDialog::writeTo(const QString &file, bool overwrite)
{
    if (m_run)
        return;
    m_folder = QFileInfo(file).absolutePath();
    exports::Order wanted = order();
    wanted.file = file;
    wanted.overwrite = overwrite;
    m_message->clearMessage();
    m_progress->setRange(0, 0);
    m_run = std::make_unique<exports::Export>(m_desk.reader, wanted);
    enable();
    auto *watcher = new QFutureWatcher<Result<exports::Written>>(this);
    connect(watcher, &QFutureWatcherBase::progressRangeChanged, m_progress, &QProgressBar::setRange);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        ended(endedResult(watcher->future()));
    });
    watcher->setFuture(m_run->future());
}

void ExportDialog::ended(const Result<exports::Written> &written)
{
    m_run.reset();
    enable();
    if (!written && written.error().kind == ErrorKind::Cancelled) {
        m_message->setNews(tr("Cancelled: no file was written."));
        return;
    }
    if (!written) {
        m_message->setProblem(describe(written.error()));
        return;
    }
    m_message->setNews(tr("%1 rows are in %2.")
                           .arg(QLocale().toString(written->rows), QDir::toNativeSeparators(written->file)));
    m_cancel->setText(tr("&Close"));
    m_cancel->setAccessibleName(tr("Close"));
}

/// While a file is written, cancels that first.
void ExportDialog::reject()
{
    if (m_run)
        m_run->cancel();
    else
        QDialog::reject();
}

} // namespace naryad::ui
