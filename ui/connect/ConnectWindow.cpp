#include "connect/ConnectWindow.h"

#include "connect/GrowToFit.h"
#include "connect/KeyField.h"
#include "widgets/ReasonLabel.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *plainText(const QString &name, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

/// Which field a refusal is about.
bool isAboutAddress(const Error &error)
{
    return error.kind == ErrorKind::NotTheApi || error.cause == ErrorCause::NoSuchHost
        || error.cause == ErrorCause::ConnectionRefused || error.cause == ErrorCause::TlsFailed;
}

} // namespace

ConnectWindow::ConnectWindow(ConnectHost &host, Purpose purpose, QWidget *parent)
    : QDialog(parent)
    , m_purpose(purpose)
    , m_check(new KeyCheck(host, this))
{
    setObjectName(u"connectWindow"_s);
    setWindowTitle(tr("Connect"));
    setAccessibleName(tr("Connect"));
    auto *column = new QVBoxLayout(this);
    m_notice = plainText(u"connectNotice"_s, {}, this);
    m_notice->hide();
    column->addWidget(m_notice);
    column->addWidget(makeForm());
    column->addWidget(plainText(
        u"keyHelp"_s,
        tr("The key comes from Mobiforce support: ask by the form in your cabinet, giving the name of your "
           "account and your login. It is kept in this computer's keychain and nowhere else."),
        this));
    m_moreToggle = new QToolButton(this);
    m_moreToggle->setObjectName(u"more"_s);
    m_moreToggle->setText(tr("&More"));
    m_moreToggle->setAccessibleName(tr("More"));
    m_moreToggle->setToolTip(tr("Time zone"));
    m_moreToggle->setCheckable(true);
    m_moreToggle->setAutoRaise(true);
    m_moreToggle->setFocusPolicy(Qt::StrongFocus);
    m_moreToggle->setMinimumHeight(24);
    m_moreToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreToggle->setArrowType(Qt::RightArrow);
    column->addWidget(m_moreToggle, 0, Qt::AlignLeft);
    m_more = makeMore();
    m_more->hide();
    column->addWidget(m_more);
    connect(m_moreToggle, &QToolButton::toggled, this, [this](bool open) {
        m_more->setVisible(open);
        m_moreToggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    m_reason = new ReasonLabel(u"connectReason"_s, this);
    column->addWidget(m_reason);
    column->addStretch(1);
    column->addWidget(plainText(
        u"demoHelp"_s, tr("No key yet? Try the demo: a made-up company on this computer, nothing is sent."),
        this));
    column->addWidget(makeButtons());

    connect(m_check, &KeyCheck::refused, this, &ConnectWindow::showRefusal);
    connect(
        m_check, &KeyCheck::accepted, this,
        [this](const CompanyAddress &company, const QString &key, const QString &notKept) {
            setBusy(false);
            if (!notKept.isEmpty())
                m_reason->setNews(notKept);
            const QByteArray zone = m_zoneChosen ? m_zone->currentData().toByteArray() : QByteArray();
            Q_EMIT connected(company, key, zone, notKept.isEmpty());
        });
    const int em = fontMetrics().height();
    setMinimumWidth(em * 28);
    m_company->setFocus();
}

ConnectWindow::~ConnectWindow() = default;

QWidget *ConnectWindow::makeForm()
{
    auto *form = new QWidget(this);
    auto *rows = new QFormLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setRowWrapPolicy(QFormLayout::DontWrapRows);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);

    auto *company = new QWidget(form);
    auto *companyRow = new QHBoxLayout(company);
    companyRow->setContentsMargins(0, 0, 0, 0);
    m_company = new QLineEdit(company);
    m_company->setObjectName(u"company"_s);
    m_company->setAccessibleName(tr("Company"));
    m_company->setToolTip(tr("The name before .mobiforce.ru, or a full https address"));
    m_company->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    companyRow->addWidget(m_company, 1);
    m_suffix = plainText(u"companySuffix"_s, u".mobiforce.ru"_s, company);
    m_suffix->setWordWrap(false);
    QSizePolicy kept = m_suffix->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_suffix->setSizePolicy(kept);
    companyRow->addWidget(m_suffix);
    auto *companyLabel = new QLabel(tr("&Company"), form);
    companyLabel->setBuddy(m_company);
    rows->addRow(companyLabel, company);
    m_companyReason = new ReasonLabel(u"companyReason"_s, form);
    rows->addRow(QString(), m_companyReason);
    connect(m_company, &QLineEdit::textChanged, this, [this](const QString &typed) {
        // Only a bare name is completed; a host or an address stands as it is typed.
        m_suffix->setVisible(!typed.contains(u'.') && !typed.contains(u':') && !typed.contains(u'/'));
        m_companyReason->clearMessage();
    });

    m_key = new KeyField(form);
    auto *keyLabel = new QLabel(tr("API &key"), form);
    keyLabel->setBuddy(m_key->edit());
    rows->addRow(keyLabel, m_key);
    m_keyReason = new ReasonLabel(u"keyReason"_s, form);
    rows->addRow(QString(), m_keyReason);
    connect(m_key, &KeyField::edited, m_keyReason, &ReasonLabel::clearMessage);
    return form;
}

QWidget *ConnectWindow::makeMore()
{
    auto *more = new QWidget(this);
    auto *rows = new QFormLayout(more);
    rows->setContentsMargins(0, 0, 0, 0);
    m_zone = new QComboBox(more);
    m_zone->setObjectName(u"timeZone"_s);
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setAccessibleDescription(tr("Time zone"));
    m_zone->setToolTip(tr("The time zone the account's times are in"));
    m_zone->setMaxVisibleItems(20);
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids) {
        if (id.contains('/') && !id.startsWith("Etc/"))
            m_zone->addItem(QString::fromLatin1(id), id);
    }
    if (m_zone->findData(defaultZone()) < 0)
        m_zone->insertItem(0, QString::fromLatin1(defaultZone()), defaultZone());
    m_zone->setCurrentIndex(m_zone->findData(defaultZone()));
    const auto chosen = [this] { m_zoneChosen = true; };
    connect(m_zone, &QComboBox::activated, this, chosen);
    connect(m_zone, &QComboBox::currentIndexChanged, this, chosen);
    auto *label = new QLabel(tr("&Time zone"), more);
    label->setBuddy(m_zone);
    rows->addRow(label, m_zone);
    return more;
}

QDialogButtonBox *ConnectWindow::makeButtons()
{
    auto *box = new QDialogButtonBox(this);
    m_connect = box->addButton(tr("Co&nnect"), QDialogButtonBox::ActionRole);
    m_connect->setObjectName(u"connect"_s);
    m_connect->setAccessibleName(tr("Connect"));
    m_connect->setDefault(true);
    connect(m_connect, &QPushButton::clicked, this, &ConnectWindow::tryToConnect);
    m_demo = box->addButton(tr("Try the &demo"), QDialogButtonBox::ActionRole);
    m_demo->setObjectName(u"tryDemo"_s);
    m_demo->setAccessibleName(tr("Try the demo"));
    m_demo->setAutoDefault(false);
    connect(m_demo, &QPushButton::clicked, this, &ConnectWindow::demoRequested);
    const bool first = m_purpose == Purpose::FirstStart;
    QPushButton *quit = box->addButton(first ? tr("&Quit") : tr("Cance&l"), QDialogButtonBox::ActionRole);
    quit->setObjectName(first ? u"quit"_s : u"cancel"_s);
    quit->setAccessibleName(first ? tr("Quit") : tr("Cancel"));
    quit->setAutoDefault(false);
    connect(quit, &QPushButton::clicked, this, &ConnectWindow::leave);
    return box;
}

void ConnectWindow::setCompany(const QString &typed, const QByteArray &zoneId)
{
    m_company->setText(typed);
    if (const int at = m_zone->findData(zoneId); !zoneId.isEmpty() && at >= 0)
        m_zone->setCurrentIndex(at);
    if (!typed.isEmpty())
        m_key->setFocus();
}

void ConnectWindow::setNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void ConnectWindow::clearReasons()
{
    m_companyReason->clearMessage();
    m_keyReason->clearMessage();
    m_reason->clearMessage();
}

void ConnectWindow::tryToConnect()
{
    if (isChecking())
        return;
    clearReasons();
    const Result<CompanyAddress> company = parseCompanyAddress(m_company->text());
    const Result<QString> key = m_key->key();
    // Both fields tell what is wrong with them; the first bad one gets the focus.
    if (!key) {
        m_keyReason->setProblem(describe(key.error()));
        m_key->setFocus();
    }
    if (!company) {
        m_companyReason->setProblem(describe(company.error()));
        m_company->setFocus();
    }
    if (!company || !key)
        return;
    setBusy(true);
    m_check->start(*company, *key);
}

void ConnectWindow::setBusy(bool busy)
{
    if (busy)
        m_reason->setNews(tr("Checking… Esc gives up."));
    else
        m_reason->clearMessage();
    m_connect->setEnabled(!busy);
    m_demo->setEnabled(!busy);
    m_company->setReadOnly(busy);
    m_key->setReadOnly(busy);
    m_zone->setEnabled(!busy);
    if (!busy)
        m_connect->setDefault(true);
}

void ConnectWindow::showRefusal(const Error &error)
{
    setBusy(false);
    const QString words = describe(error);
    if (error.kind == ErrorKind::KeyRefused) {
        m_keyReason->setProblem(words);
        m_key->setFocus();
    } else if (isAboutAddress(error)) {
        m_companyReason->setProblem(words);
        m_company->setFocus();
    } else {
        m_reason->setProblem(words);
        m_connect->setFocus();
    }
}

void ConnectWindow::reject()
{
    if (m_check->state() == KeyCheck::State::Keeping)
        return;
    if (isChecking()) {
        m_check->cancel();
        setBusy(false);
        m_company->setFocus();
        return;
    }
    // On the first start there is nowhere to go back to, and Esc must not throw away what is typed.
    if (m_purpose == Purpose::AnotherCompany)
        QDialog::reject();
}

void ConnectWindow::leave()
{
    if (m_check->state() == KeyCheck::State::Checking)
        m_check->cancel();
    setBusy(false);
    if (m_purpose == Purpose::FirstStart)
        Q_EMIT quitRequested();
    else
        QDialog::reject();
}

bool ConnectWindow::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        growToFit(this);
    return done;
}

void ConnectWindow::closeEvent(QCloseEvent *event)
{
    // QDialog would ask reject(), which on the first start means Esc and not the window's own close button.
    event->accept();
    leave();
}

} // namespace naryad::ui
