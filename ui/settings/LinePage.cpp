#include "settings/LinePage.h"

#include "settings/SettingsHost.h"

#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

LinePage::LinePage(SettingsHost &host, QWidget *parent)
    : QWidget(parent)
    , m_host(host)
{
    setObjectName(u"linePage"_s);
    auto *form = new QFormLayout;
    m_hold = addNumber(
        form, u"hold"_s, tr("&Hold before sending"),
        tr("Sending a task, closing it, a comment and a deletion can't be taken back on the service. They "
           "wait "
           "so long, and Ctrl+Z takes them back. 0: they go at once."));
    m_hold->setRange(0, 120);
    m_hold->setSuffix(tr(" s"));
    m_lookEvery = addNumber(
        form, u"lookEvery"_s, tr("&Look for changes every"),
        tr("How often the service is asked what others have changed. F5 asks at once."));
    m_lookEvery->setRange(15, 3600);
    m_lookEvery->setSingleStep(15);
    m_lookEvery->setSuffix(tr(" s"));
    m_requests = addNumber(
        form, u"requestsPerSecond"_s, tr("&Requests a second"),
        tr("At most so many while details are fetched in the background. What you look at and what you send "
           "is not held back."));
    m_requests->setRange(0, 100);
    m_requests->setSpecialValueText(tr("no bound"));

    const LineSettings now = m_host.lineSettings();
    m_hold->setValue(static_cast<int>(now.hold.count()));
    m_lookEvery->setValue(static_cast<int>(now.lookEvery.count()));
    m_requests->setValue(now.requestsPerSecond);
    for (QSpinBox *box : {m_hold, m_lookEvery, m_requests})
        connect(box, &QSpinBox::valueChanged, this, &LinePage::keep);

    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addStretch(1);
}

QSpinBox *LinePage::addNumber(
    QFormLayout *form, const QString &objectName, const QString &label, const QString &explanation)
{
    auto *box = new QSpinBox;
    box->setObjectName(objectName);
    auto *name = new QLabel(label);
    name->setBuddy(box);
    // The label's text without its mnemonic.
    box->setAccessibleName(QString(label).remove(u'&'));
    box->setAccessibleDescription(explanation);
    form->addRow(name, box);
    auto *words = new QLabel(explanation);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    form->addRow(words);
    return box;
}

void LinePage::keep()
{
    LineSettings settings;
    settings.hold = std::chrono::seconds(m_hold->value());
    settings.lookEvery = std::chrono::seconds(m_lookEvery->value());
    settings.requestsPerSecond = m_requests->value();
    m_host.setLineSettings(settings);
}

} // namespace naryad::ui
