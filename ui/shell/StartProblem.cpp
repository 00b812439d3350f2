#include "shell/StartProblem.h"

#include "shell/Theme.h"
#include "widgets/Breakable.h"

#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *plainLabel(const QString &name, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setText(breakable(text));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

} // namespace

QString StartProblem::sentence(const Error &error)
{
    switch (error.cause) {
    case ErrorCause::InUse:
        return tr("This account is already open in another program. Close it there, then try again.");
    case ErrorCause::ReadOnly:
        return tr("Naryad can't write to its folder. Nothing you type could be kept, so it does not start.");
    case ErrorCause::DiskFull:
        return tr("The disk is full. Nothing you type could be kept, so Naryad does not start.");
    default:
        return describe(error);
    }
}

StartProblem::StartProblem(const Error &error, const QString &path, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"startProblem"_s);
    setWindowTitle(tr("Naryad can't start"));
    setAccessibleName(windowTitle());
    auto *column = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    column->addLayout(row, 1);
    auto *picture = new QLabel(this);
    const int side = style()->pixelMetric(QStyle::PM_MessageBoxIconSize, nullptr, this);
    picture->setPixmap(theme::icon(theme::Tone::Error).pixmap(side, side));
    row->addWidget(picture, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    row->addLayout(words, 1);
    const QString said = sentence(error);
    words->addWidget(plainLabel(u"problemSentence"_s, said, this));
    words->addWidget(plainLabel(u"problemPath"_s, path, this));
    // What the system itself said helps the one who is called for help.
    if (!error.words.isEmpty() && !said.contains(error.words))
        words->addWidget(plainLabel(u"problemWords"_s, error.words, this));
    words->addStretch(1);
    setAccessibleDescription(said + u'\n' + path);

    auto *box = new QDialogButtonBox(this);
    QPushButton *again = box->addButton(tr("&Try again"), QDialogButtonBox::AcceptRole);
    again->setObjectName(u"tryAgain"_s);
    again->setAccessibleName(tr("Try again"));
    again->setDefault(true);
    QPushButton *quit = box->addButton(tr("&Quit"), QDialogButtonBox::RejectRole);
    quit->setObjectName(u"quit"_s);
    quit->setAccessibleName(tr("Quit"));
    connect(again, &QPushButton::clicked, this, &StartProblem::tryAgainRequested);
    connect(quit, &QPushButton::clicked, this, &StartProblem::reject);
    column->addWidget(box);
    const int em = fontMetrics().height();
    setMinimumWidth(em * 26);
}

void StartProblem::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT quitRequested();
}

void StartProblem::reject()
{
    // A hidden dialog's closeEvent() would ask a second time.
    QDialog::reject();
    Q_EMIT quitRequested();
}

} // namespace naryad::ui
