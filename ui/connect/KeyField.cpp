#include "connect/KeyField.h"

#include "core/CompanyAddress.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace naryad::ui {

using namespace Qt::StringLiterals;

KeyField::KeyField(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(u"apiKey"_s);
    m_edit->setAccessibleName(tr("API key"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(
        Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    connect(m_edit, &QLineEdit::textEdited, this, &KeyField::edited);
    row->addWidget(m_edit, 1);
    setFocusProxy(m_edit);

    m_show = new QToolButton(this);
    m_show->setObjectName(u"showKey"_s);
    m_show->setText(tr("S&how"));
    m_show->setAccessibleName(tr("Show the key"));
    m_show->setToolTip(tr("Show the key"));
    m_show->setCheckable(true);
    m_show->setFocusPolicy(Qt::StrongFocus);
    m_show->setMinimumHeight(24);
    connect(m_show, &QToolButton::toggled, m_edit, [this](bool shown) {
        m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    row->addWidget(m_show);

    m_paste = new QToolButton(this);
    m_paste->setObjectName(u"pasteKey"_s);
    m_paste->setText(tr("&Paste"));
    m_paste->setAccessibleName(tr("Paste the key"));
    m_paste->setToolTip(tr("Paste the key from the clipboard"));
    m_paste->setFocusPolicy(Qt::StrongFocus);
    m_paste->setMinimumHeight(24);
    connect(m_paste, &QToolButton::clicked, this, &KeyField::paste);
    row->addWidget(m_paste);
}

Result<QString> KeyField::key() const
{
    return cleanApiKey(m_edit->text());
}

void KeyField::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
    m_paste->setEnabled(!readOnly);
}

void KeyField::paste()
{
    const QString copied = QGuiApplication::clipboard()->text();
    if (copied.trimmed().isEmpty())
        return;
    const Result<QString> clean = cleanApiKey(copied);
    m_edit->setText(clean ? *clean : copied.trimmed());
    m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

} // namespace naryad::ui
