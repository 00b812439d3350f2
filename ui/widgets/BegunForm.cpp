#include "BegunForm.h"

#include "FormState.h"
#include "ReasonLabel.h"
#include "core/BodyParts.h"
#include "core/CommandKinds.h"
#include "core/Serial.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

/// An update that leaves every part of it as it was.
bool changesNothing(const Command &command)
{
    const QJsonObject json = serial::toJson(command);
    const QJsonObject base = json.value(u"base").toObject();
    if (!isUpdate(command) || base.isEmpty())
        return false;
    const BodyParts before = partsOf(base);
    const BodyParts now = partsOf(json.value(u"body").toObject());
    const QStringList parts = before.keys() + now.keys();
    return std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
        return samePart(before.value(part), now.value(part));
    });
}

} // namespace

BegunForm::BegunForm(const Desk &desk, Command began, QString owner, const QString &title, QWidget *parent)
    : CommandForm(desk, title, parent)
    , m_began(std::move(began))
    , m_owner(std::move(owner))
    , m_save(new QPushButton(tr("&Save"), this))
{
    m_save->setObjectName(u"save"_s);
    m_save->setAccessibleName(tr("Save"));
    m_save->setShortcut(QKeySequence::Save);
    m_save->setToolTip(m_save->shortcut().toString(QKeySequence::NativeText));
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &BegunForm::submit);
    auto *send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(send, &QShortcut::activated, this, &BegunForm::submit);
}

void BegunForm::finish(QWidget *content)
{
    m_content = content;
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(message());
    layout->addLayout(buttons);
    m_start = state();
}

QJsonObject BegunForm::changes() const
{
    return differing(state(), m_start);
}

QJsonObject BegunForm::about() const
{
    return {{u"began"_s, serial::toJson(m_began)}, {u"owner"_s, m_owner}};
}

void BegunForm::tellRefusal(const Error &error)
{
    tell(describe(error));
    if (QWidget *field = fieldIn(error.words))
        field->setFocus();
}

void BegunForm::settled()
{
    if (std::exchange(m_waits, false))
        submit();
}

void BegunForm::submit()
{
    if (isSending())
        return;
    if (isSettling()) {
        m_waits = true;
        return;
    }
    if (const FormProblem wrong = problem(); !wrong.isNone()) {
        complain(wrong);
        return;
    }
    tell({});
    const Command said = command();
    if (changesNothing(said))
        accept();
    else
        send(said, m_content);
}

} // namespace naryad::ui
