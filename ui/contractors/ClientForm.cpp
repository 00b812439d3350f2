#include "ClientForm.h"

#include "ContractorEditor.h"
#include "PeopleForms.h"
#include "core/BodyParts.h"
#include "core/CommandKinds.h"
#include "core/Serial.h"
#include "widgets/FormState.h"
#include "widgets/ReasonLabel.h"

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

ClientForm *ClientForm::make(const Desk &desk, const Command &began, const QString &owner, QWidget *parent)
{
    if (isDelete(began))
        return nullptr;
    switch (kindOf(began)) {
    case ObjectKind::Contractor:
        return new ContractorEditor(desk, began, owner, parent);
    case ObjectKind::Person:
        return new PersonForm(desk, began, owner, parent);
    case ObjectKind::Phone:
        return new PhoneForm(desk, began, owner, parent);
    default:
        return nullptr;
    }
}

ClientForm *ClientForm::make(const Desk &desk, const Draft &draft, QWidget *parent)
{
    const QJsonObject about = draft.form.value(u"about").toObject();
    const auto began = serial::commandFromJson(about.value(u"began").toObject());
    return began ? make(desk, *began, about.value(u"owner").toString(), parent) : nullptr;
}

ClientForm::ClientForm(const Desk &desk, Command began, QString owner, const QString &title, QWidget *parent)
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
    connect(m_save, &QPushButton::clicked, this, &ClientForm::submit);
    auto *send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(send, &QShortcut::activated, this, &ClientForm::submit);
}

void ClientForm::finish(QWidget *content)
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

QJsonObject ClientForm::changes() const
{
    return differing(state(), m_start);
}

QJsonObject ClientForm::about() const
{
    return {{u"began"_s, serial::toJson(m_began)}, {u"owner"_s, m_owner}};
}

void ClientForm::tellRefusal(const Error &error)
{
    tell(describe(error));
    if (QWidget *field = fieldIn(error.words))
        field->setFocus();
}

void ClientForm::settled()
{
    if (std::exchange(m_waits, false))
        submit();
}

void ClientForm::submit()
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
