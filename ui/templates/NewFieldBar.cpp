#include "templates/NewFieldBar.h"

#include "widgets/PlainLabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace naryad::ui {

using namespace Qt::StringLiterals;

NewFieldBar::NewFieldBar(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel({}, this))
    , m_type(new QComboBox(this))
    , m_valuesTitle(new QLabel(tr("Values, separated by semicolons"), this))
    , m_values(new QLineEdit(this))
{
    setObjectName(objectName);
    m_title->setBuddy(m_type);
    m_type->setObjectName(objectName + u"Type");
    m_type->setAccessibleName(tr("Type of the new field"));
    m_type->setAccessibleDescription(tr("Type of the new field"));
    m_type->installEventFilter(this);
    m_values->setObjectName(objectName + u"Values");
    m_values->setAccessibleName(tr("Values of the new field"));
    m_values->installEventFilter(this);
    m_valuesTitle->setBuddy(m_values);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_type, 0, 1);
    grid->addWidget(m_valuesTitle, 1, 0);
    grid->addWidget(m_values, 1, 1);
    grid->setColumnStretch(1, 1);
    connect(m_type, &QComboBox::currentIndexChanged, this, &NewFieldBar::showValues);
}

void NewFieldBar::begin(const QString &name, const QVector<NamedRef> &types)
{
    m_name = name;
    m_title->setText(tr("New field “%1”, type").arg(name));
    m_type->clear();
    for (const NamedRef &type : types)
        m_type->addItem(type.name, type.id);
    m_values->clear();
    showValues();
    show();
    m_type->setFocus();
}

int NewFieldBar::typeId() const
{
    return m_type->currentData().toInt();
}

void NewFieldBar::showValues()
{
    const bool isList = fieldTypeFromId(typeId()) == FieldType::List;
    m_valuesTitle->setVisible(isList);
    m_values->setVisible(isList);
}

void NewFieldBar::next()
{
    const bool isList = fieldTypeFromId(typeId()) == FieldType::List;
    if (isList && !m_values->hasFocus()) {
        m_values->setFocus();
        return;
    }
    TemplateFieldBody body{m_name, typeId()};
    const QStringList values = m_values->text().split(u';');
    for (const QString &value : values) {
        if (isList && !value.trimmed().isEmpty())
            body.values.append({{}, value.simplified()});
    }
    hide();
    Q_EMIT made(body);
}

bool NewFieldBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!enters && key != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (enters) {
        next();
    } else {
        hide();
        Q_EMIT left();
    }
    return true;
}

} // namespace naryad::ui
