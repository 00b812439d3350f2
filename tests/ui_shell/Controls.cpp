#include "Controls.h"

#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

namespace naryad::test {

using namespace Qt::StringLiterals;

namespace {

QList<QWidget *> withSelf(QWidget *root)
{
    QList<QWidget *> all = root->findChildren<QWidget *>();
    all.prepend(root);
    return all;
}

QString whoIs(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u" “"_s + widget->objectName()
        + u"” in “"_s + (widget->parentWidget() ? widget->parentWidget()->objectName() : QString()) + u'”';
}

bool belongsToQt(const QWidget *widget)
{
    return widget->objectName().startsWith(u"qt_") || qobject_cast<const QScrollBar *>(widget);
}

} // namespace

QStringList unnamedControls(QWidget *root, int *seen)
{
    QStringList bad;
    for (QWidget *widget : withSelf(root)) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || belongsToQt(widget))
            continue;
        if (seen)
            ++*seen;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QString name = face ? face->text(QAccessible::Name) : QString();
        // A combo box tells its current text as its name: only a label or a description names it.
        if (qobject_cast<QComboBox *>(widget))
            name = widget->accessibleDescription();
        if (name.isEmpty() || widget->objectName().isEmpty())
            bad.append(whoIs(widget));
    }
    return bad;
}

QStringList cutControls(QWidget *root)
{
    QStringList bad;
    for (QWidget *widget : withSelf(root)) {
        if (!widget->isVisible() || widget->objectName() == u"syncStatus")
            continue;
        // The frame of a spin box is its own: the line within may be lower.
        if (qobject_cast<QAbstractSpinBox *>(widget->parentWidget()))
            continue;
        const auto *label = qobject_cast<QLabel *>(widget);
        const bool counts
            = label || qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget);
        QSize needs = widget->minimumSizeHint();
        if (label && label->wordWrap())
            needs.setHeight(label->heightForWidth(label->width()));
        if (counts && (widget->width() < needs.width() || widget->height() < needs.height()))
            bad.append(u"%1 has %2×%3, needs %4×%5"_s.arg(whoIs(widget))
                           .arg(widget->width())
                           .arg(widget->height())
                           .arg(needs.width())
                           .arg(needs.height()));
    }
    return bad;
}

void choose(ui::EntityPicker *picker, const NamedRef &ref)
{
    picker->setRef(ref);
    Q_EMIT picker->refChanged(ref);
    Q_EMIT picker->edited();
}

} // namespace naryad::test
