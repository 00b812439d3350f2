#include "settings/NumbersPage.h"

#include "core/Await.h"
#include "settings/SettingsHost.h"
#include "widgets/ReasonLabel.h"

#include <QFormLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestPrefix = 12;

QLineEdit *addLine(QFormLayout *form, const QString &objectName, const QString &label)
{
    auto *line = new QLineEdit;
    line->setObjectName(objectName);
    line->setAccessibleName(QString(label).remove(u'&'));
    auto *name = new QLabel(label);
    name->setBuddy(line);
    form->addRow(name, line);
    return line;
}

} // namespace

NumbersPage::NumbersPage(SettingsHost &host, QWidget *parent)
    : QWidget(parent)
    , m_host(host)
    , m_byService(new QRadioButton(tr("By the &service")))
    , m_byNaryad(new QRadioButton(tr("By &Naryad, with a prefix")))
    , m_example(new QLabel)
    , m_reason(new ReasonLabel(u"numbersReason"_s))
{
    setObjectName(u"numbersPage"_s);
    m_byService->setObjectName(u"numbersByService"_s);
    m_byService->setAccessibleName(tr("By the service"));
    m_byNaryad->setObjectName(u"numbersByNaryad"_s);
    m_byNaryad->setAccessibleName(tr("By Naryad, with a prefix"));
    auto *words = new QLabel(tr(
        "Who gives a new task its number where you type none. By Naryad, a task whose answer was lost on the "
        "line is found again by its number alone; choose a prefix that nobody else uses."));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    m_example->setTextFormat(Qt::PlainText);
    m_example->setObjectName(u"numbersExample"_s);

    auto *form = new QFormLayout;
    m_prefix = addLine(form, u"numbersPrefix"_s, tr("&Prefix"));
    m_prefix->setMaxLength(LongestPrefix);
    m_next = addLine(form, u"numbersNext"_s, tr("Ne&xt number"));
    m_next->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]{1,12}"_s), m_next));
    form->addRow(m_example);

    auto *column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(m_byService);
    column->addWidget(m_byNaryad);
    column->addLayout(form);
    column->addWidget(m_reason);
    column->addStretch(1);

    setEnabled(false);
    connect(m_byNaryad, &QRadioButton::toggled, this, &NumbersPage::keep);
    for (QLineEdit *line : {m_prefix, m_next}) {
        connect(line, &QLineEdit::textChanged, this, &NumbersPage::showExample);
        connect(line, &QLineEdit::editingFinished, this, &NumbersPage::keep);
    }
    await(this, m_host.taskNumbers(), [this](const Result<TaskNumbers> &numbers) {
        if (numbers)
            show(*numbers);
        else
            m_reason->setProblem(describe(numbers.error()));
    });
}

void NumbersPage::show(const TaskNumbers &numbers)
{
    m_kept = numbers;
    m_said = numbers;
    const bool byNaryad = numbers.by == TaskNumbers::By::Naryad;
    (byNaryad ? m_byNaryad : m_byService)->setChecked(true);
    m_prefix->setText(numbers.prefix);
    m_next->setText(QString::number(numbers.next));
    m_known = true;
    setEnabled(true);
    showExample();
}

TaskNumbers NumbersPage::typed() const
{
    TaskNumbers numbers = m_kept;
    numbers.by = m_byNaryad->isChecked() ? TaskNumbers::By::Naryad : TaskNumbers::By::Service;
    numbers.prefix = m_prefix->text().trimmed();
    numbers.next = m_next->text().toLongLong();
    return numbers;
}

void NumbersPage::showExample()
{
    const bool byNaryad = m_byNaryad->isChecked();
    m_prefix->setEnabled(byNaryad);
    m_next->setEnabled(byNaryad);
    m_example->setVisible(byNaryad);
    m_example->setText(tr("The next task becomes %1.").arg(typed().prefix + QString::number(typed().next)));
}

void NumbersPage::keep()
{
    if (!m_known)
        return;
    showExample();
    const TaskNumbers numbers = typed();
    if (numbers.by == TaskNumbers::By::Naryad && (numbers.prefix.isEmpty() || numbers.next < 1)) {
        m_reason->setProblem(
            tr("A prefix and a number are needed; until then the service gives the numbers."));
        return;
    }
    if (numbers == m_said) {
        m_reason->clearMessage();
        return;
    }
    // Tasks are made while this page is open: the count only moves where it was typed.
    const bool counted = numbers.next != m_said.next && numbers.next >= 1;
    m_said = numbers;
    const auto next = counted ? std::optional(numbers.next) : std::nullopt;
    await(
        this, m_host.setTaskNumbers(numbers.by, numbers.prefix, next),
        [this, numbers](const Result<TaskNumbers> &kept) {
            const bool isLast = m_said == numbers;
            if (!kept) {
                if (isLast)
                    m_said = m_kept; // said again, it is written again
                m_reason->setProblem(describe(kept.error()));
                return;
            }
            m_kept = *kept;
            if (!isLast)
                return;
            m_said = *kept;
            m_reason->clearMessage();
            if (m_next->text().toLongLong() == numbers.next) // not typed on
                m_next->setText(QString::number(kept->next));
        });
}

/// A window that closes takes the keyboard away from a line without its telling that it is done.
void NumbersPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        keep();
    QWidget::hideEvent(event);
}

} // namespace naryad::ui
