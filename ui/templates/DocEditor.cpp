#include "templates/DocEditor.h"

#include "core/Await.h"
#include "core/CommandKinds.h"
#include "widgets/DraftBook.h"
#include "widgets/DraftKeeper.h"
#include "widgets/FlowLayout.h"
#include "widgets/PlainLabel.h"
#include "widgets/ReasonLabel.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int DifferenceLines = 4;

} // namespace

DocEditor::DocEditor(Desk desk, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
    , m_content(new QWidget(this))
    , m_contentLayout(new QVBoxLayout(m_content))
    , m_difference(new QPlainTextEdit(this))
    , m_differenceTitle(plainLabel({}, this))
    , m_kept(plainLabel({}, this))
    , m_message(new ReasonLabel(name + u"Message", this))
    , m_buttons(new FlowLayout)
{
    setObjectName(name);
    m_contentLayout->setContentsMargins(0, 0, 0, 0);
    m_differenceTitle->setObjectName(name + u"DifferenceTitle");
    m_differenceTitle->setBuddy(m_difference);
    m_difference->setObjectName(name + u"Difference");
    m_difference->setAccessibleName(tr("What a save does"));
    m_difference->setReadOnly(true);
    m_difference->setTabChangesFocus(true);
    const int line = m_difference->fontMetrics().lineSpacing();
    m_difference->setFixedHeight(line * DifferenceLines + 12);
    m_kept->setObjectName(name + u"Kept");
    m_kept->setForegroundRole(QPalette::PlaceholderText);
    m_kept->hide();
    auto *column = new QVBoxLayout(this);
    // The fields may be more than the window holds; what a save does and the buttons stay in sight.
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_content);
    column->addWidget(scroll, 1);
    column->addWidget(m_differenceTitle);
    column->addWidget(m_difference);
    column->addWidget(m_message);
    column->addWidget(m_kept);
    column->addLayout(m_buttons);
    m_save = addButton(u"save"_s, tr("&Save"), QKeySequence(QKeySequence::Save));
    connect(m_save, &QPushButton::clicked, this, &DocEditor::save);
    m_startOver = addButton(u"startOver"_s, tr("Start over"));
    connect(m_startOver, &QPushButton::clicked, this, &DocEditor::startOver);
    m_delete = addButton(u"delete"_s, tr("De&lete"));
    connect(m_delete, &QPushButton::clicked, this, &DocEditor::deleteAsked);
}

QPushButton *DocEditor::addButton(const QString &name, const QString &text, const QKeySequence &keys)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(QString(text).remove(u'&').remove(u'…'));
    button->setAutoDefault(false);
    if (!keys.isEmpty())
        button->setToolTip(
            u"%1 (%2)"_s.arg(button->accessibleName(), keys.toString(QKeySequence::NativeText)));
    m_buttons->addWidget(button);
    m_buttonOrder.append(button);
    return button;
}

void DocEditor::endFields(QWidget *last)
{
    QWidget *before = last;
    setTabOrder(before, m_difference);
    before = m_difference;
    for (QPushButton *button : std::as_const(m_buttonOrder)) {
        setTabOrder(before, button);
        before = button;
    }
}

void DocEditor::beginDraft(DraftBook &book, const Draft &draft)
{
    endDraft();
    m_draft = draft;
    m_keeper = new DraftKeeper(
        book, m_desk.clock, draft, [this] { return form(); }, this);
    connect(m_keeper, &DraftKeeper::kept, this, [this](const QDateTime &when) {
        showKept(
            when.isValid() ? tr("Saved on this computer %1, not said yet")
                                 .arg(m_desk.zone.local(when).toString(u"HH:mm:ss"_s))
                           : QString());
        Q_EMIT draftChanged();
    });
    connect(m_keeper, &DraftKeeper::notKept, this, [this](const Error &error) {
        m_message->setProblem(describe(error));
    });
    showKept(draft.form.isEmpty() ? QString() : tr("Typed earlier and kept on this computer, not said yet"));
    showStartOver();
}

void DocEditor::endDraft()
{
    keepNow();
    delete std::exchange(m_keeper, nullptr);
    m_draft = {};
    m_takenOut = {};
    m_complains = false;
    showKept({});
    m_message->clearMessage();
}

void DocEditor::showKept(const QString &words)
{
    m_kept->setText(words);
    m_kept->setVisible(!words.isEmpty());
}

QString DocEditor::draftKey() const
{
    return m_keeper ? m_keeper->key() : QString();
}

void DocEditor::keepNow()
{
    if (m_keeper)
        m_keeper->keepNow();
}

void DocEditor::touched()
{
    if (m_complains && problem().isNone()) {
        m_complains = false;
        m_message->clearMessage();
    }
    m_takenOut = {};
    showDifference();
    showStartOver();
    if (m_keeper)
        m_keeper->touched();
}

void DocEditor::showDifference()
{
    const QStringList lines = differenceLines();
    const QString summary = differenceSummary();
    m_differenceTitle->setText(
        lines.isEmpty() ? tr("What a save does") : tr("What a save does: %1").arg(summary));
    QStringList all = lines.isEmpty() ? QStringList{tr("Nothing is changed: nothing is sent.")} : lines;
    const QStringList others = othersLines();
    if (!others.isEmpty()) {
        all.prepend(
            tr("Changed meanwhile on the service (it stays; what you changed too is asked about in the "
               "Outbox): %1")
                .arg(others.join(u"; "_s)));
    }
    const QString text = all.join(u'\n');
    if (m_difference->toPlainText() != text)
        m_difference->setPlainText(text);
}

void DocEditor::showStartOver()
{
    const bool bringsBack = !m_takenOut.isEmpty();
    m_startOver->setText(bringsBack ? tr("Bring back") : tr("Start over"));
    m_startOver->setAccessibleName(m_startOver->text());
    m_startOver->setEnabled(bringsBack || isChanged());
    m_startOver->setToolTip(
        bringsBack ? tr("Puts what was taken out into the form again")
                   : tr("Takes out what was typed; it can be brought back until something else is opened"));
}

void DocEditor::startOver()
{
    const QJsonObject out = form();
    const QJsonObject back = m_takenOut;
    restore(back);
    touched();
    m_takenOut = back.isEmpty() ? out : QJsonObject();
    keepNow();
    showStartOver();
}

void DocEditor::tellRefusal(const Error &error)
{
    m_message->setProblem(describe(error));
}

void DocEditor::tellNews(const QString &text)
{
    m_message->setNews(text);
}

void DocEditor::save()
{
    if (m_sending || !m_keeper)
        return;
    take();
    if (!isChanged()) {
        tellNews(tr("Nothing is changed: nothing is sent."));
        return;
    }
    if (const FormProblem wrong = problem(); !wrong.isNone()) {
        m_message->setProblem(wrong.text);
        m_complains = true;
        if (wrong.field)
            wrong.field->setFocus();
        return;
    }
    m_message->clearMessage();
    m_sending = true;
    m_focus = focusWidget();
    m_keeper->pause();
    m_content->setEnabled(false);
    sayFirst(saidFirst());
}

/// Each under its token: what is on disk already is not said again.
void DocEditor::sayFirst(QVector<NewField> rest)
{
    if (rest.isEmpty()) {
        sayLast();
        return;
    }
    const NewField field = rest.takeFirst();
    await(
        this, m_desk.commands.submitAs(field.token, CreateTemplateField{field.body}),
        [this, rest](const Result<CommandId> &id) {
            if (id)
                sayFirst(rest);
            else
                notSaid(id.error());
        });
}

void DocEditor::sayLast()
{
    // What makes something is said once however often it is tried, so that nothing is made twice.
    const QFuture<Result<CommandId>> answer = token().isEmpty()
        ? m_desk.commands.submit(command(), draftKey())
        : m_desk.commands.submitAs(token(), command());
    await(this, answer, [this](const Result<CommandId> &id) {
        if (!id) {
            notSaid(id.error());
            return;
        }
        m_sending = false;
        m_content->setEnabled(true);
        if (m_focus)
            m_focus->setFocus();
        if (token().isEmpty())
            m_keeper->said();
        else
            m_keeper->saidAllBut({});
        // The refused command this mends has nothing left to say.
        if (m_draft.replaces != 0)
            m_desk.commands.decide(m_draft.replaces, Decision::Drop);
        taken();
        Q_EMIT saved(*id);
        tellNews(tr("Saved: it goes to the service by itself, as the Outbox shows."));
        showDifference();
        showStartOver();
        Q_EMIT draftChanged();
    });
}

void DocEditor::notSaid(const Error &error)
{
    m_sending = false;
    m_content->setEnabled(true);
    m_keeper->resume();
    if (m_focus)
        m_focus->setFocus();
    m_message->setProblem(describe(error));
}

} // namespace naryad::ui
