#include "NameDialog.h"

#include "ReasonLabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestName = 80;

} // namespace

NameDialog::NameDialog(
    const QString &title, const QString &label, const QString &button, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_field(new QLineEdit(name, this))
    , m_message(new ReasonLabel(u"nameMessage"_s, this))
{
    setObjectName(u"nameDialog"_s);
    setWindowTitle(title);
    setAccessibleName(title);
    m_field->setObjectName(u"name"_s);
    m_field->setAccessibleName(QString(label).remove(u'&'));
    m_field->setMaxLength(LongestName);
    m_field->selectAll();
    auto *words = new QLabel(label, this);
    words->setBuddy(m_field);
    auto *form = new QFormLayout;
    form->addRow(words, m_field);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_take = box->addButton(button, QDialogButtonBox::AcceptRole);
    m_take->setObjectName(u"take"_s);
    m_take->setAccessibleName(QString(button).remove(u'&'));
    m_take->setDefault(true);
    box->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_message);
    column->addWidget(box);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_field, &QLineEdit::textChanged, this, &NameDialog::judge);
    resize(fontMetrics().averageCharWidth() * 50, sizeHint().height());
    judge();
}

void NameDialog::setJudge(std::function<Verdict(const QString &)> judge)
{
    m_judge = std::move(judge);
    this->judge();
}

QString NameDialog::name() const
{
    return m_field->text().simplified();
}

void NameDialog::judge()
{
    const Verdict verdict = m_judge && !name().isEmpty() ? m_judge(name()) : Verdict();
    m_take->setEnabled(!name().isEmpty() && !verdict.refused);
    if (verdict.words.isEmpty())
        m_message->clearMessage();
    else if (verdict.refused)
        m_message->setProblem(verdict.words);
    else
        m_message->setNews(verdict.words);
}

} // namespace naryad::ui
