#include "connect/KeyDialog.h"

#include "connect/GrowToFit.h"
#include "connect/KeyField.h"
#include "widgets/ReasonLabel.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

KeyDialog::KeyDialog(ConnectHost &host, CompanyAddress company, QWidget *parent)
    : QDialog(parent)
    , m_company(std::move(company))
    , m_check(new KeyCheck(host, this))
{
    setObjectName(u"keyDialog"_s);
    setWindowTitle(tr("Enter key"));
    setAccessibleName(tr("Enter key"));
    auto *column = new QVBoxLayout(this);
    auto *intro = new QLabel(this);
    intro->setObjectName(u"keyIntro"_s);
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    intro->setText(tr("A new API key for %1. Nothing that waits to be sent is lost meanwhile.")
                       .arg(m_company.shortName));
    column->addWidget(intro);
    auto *rows = new QFormLayout;
    column->addLayout(rows);
    m_key = new KeyField(this);
    auto *label = new QLabel(tr("API &key"), this);
    label->setBuddy(m_key->edit());
    rows->addRow(label, m_key);
    m_reason = new ReasonLabel(u"keyReason"_s, this);
    column->addWidget(m_reason);
    column->addStretch(1);
    auto *box = new QDialogButtonBox(this);
    m_use = box->addButton(tr("&Use this key"), QDialogButtonBox::ActionRole);
    m_use->setObjectName(u"useKey"_s);
    m_use->setAccessibleName(tr("Use this key"));
    m_use->setDefault(true);
    QPushButton *cancel = box->addButton(tr("Cance&l"), QDialogButtonBox::ActionRole);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setAutoDefault(false);
    column->addWidget(box);
    setMinimumWidth(fontMetrics().height() * 26);

    connect(m_use, &QPushButton::clicked, this, &KeyDialog::tryKey);
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (m_check->cancel())
            QDialog::reject();
    });
    connect(m_key, &KeyField::edited, m_reason, &ReasonLabel::clearMessage);
    connect(m_check, &KeyCheck::refused, this, [this](const Error &error) {
        setBusy(false);
        m_reason->setProblem(describe(error));
        m_key->setFocus();
    });
    connect(
        m_check, &KeyCheck::accepted, this,
        [this](const CompanyAddress &, const QString &key, const QString &notKept) {
            setBusy(false);
            Q_EMIT keyAccepted(key, notKept);
            accept();
        });
    m_key->setFocus();
}

KeyDialog::~KeyDialog() = default;

void KeyDialog::tryKey()
{
    if (m_check->state() != KeyCheck::State::Idle)
        return;
    const Result<QString> key = m_key->key();
    if (!key) {
        m_reason->setProblem(describe(key.error()));
        m_key->setFocus();
        return;
    }
    setBusy(true);
    m_check->start(m_company, *key);
}

void KeyDialog::setBusy(bool busy)
{
    if (busy)
        m_reason->setNews(tr("Checking… Esc gives up."));
    else
        m_reason->clearMessage();
    m_use->setEnabled(!busy);
    m_key->setReadOnly(busy);
    if (!busy)
        m_use->setDefault(true);
}

bool KeyDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        growToFit(this);
    return done;
}

void KeyDialog::reject()
{
    if (m_check->state() == KeyCheck::State::Keeping)
        return;
    if (m_check->state() == KeyCheck::State::Checking) {
        m_check->cancel();
        setBusy(false);
        m_key->setFocus();
        return;
    }
    QDialog::reject();
}

} // namespace naryad::ui
