#include "templates/FieldPicker.h"

#include "core/Text.h"
#include "models/TemplateWords.h"
#include "widgets/EntityPickerList.h"

#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostShown = 50;
constexpr int MakesNew = -1;

int rankOf(const TemplateField &field, const QStringList &words)
{
    const QString name = foldText(field.name);
    for (const QString &word : words) {
        if (!name.contains(word))
            return -1;
    }
    const QString whole = words.join(u' ');
    if (name == whole)
        return 0;
    if (name.startsWith(whole))
        return 1;
    return QString(u' ' + name).contains(QString(u' ' + words.value(0))) ? 2 : 3;
}

QVector<int> matching(const QVector<TemplateField> &fields, const QStringList &words)
{
    QVector<QPair<int, int>> ranked;
    for (int i = 0; i < fields.size(); ++i) {
        if (const int rank = rankOf(fields.at(i), words); rank >= 0)
            ranked.append({rank, i});
    }
    std::stable_sort(
        ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QVector<int> places;
    for (const auto &[rank, place] : std::as_const(ranked)) {
        if (places.size() < MostShown)
            places.append(place);
    }
    return places;
}

} // namespace

FieldPicker::FieldPicker(const QString &objectName, const QString &name, QWidget *parent)
    : QLineEdit(parent)
    , m_rows(new QStandardItemModel(this))
    , m_list(new EntityPickerList(m_rows, name, this))
{
    setObjectName(objectName);
    setAccessibleName(name);
    setPlaceholderText(tr("type a field name…"));
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::textEdited, this, [this] { narrow(); });
    connect(m_list, &EntityPickerList::clicked, this, &FieldPicker::take);
}

void FieldPicker::setFields(const QVector<TemplateField> &fields, const QVector<NamedRef> &types)
{
    m_fields = fields;
    m_types = types;
    if (m_list->isVisible())
        narrow();
}

/// The rows for what is typed; the first is marked, be it the one that makes a new field.
void FieldPicker::narrow()
{
    const QString typed = text().simplified();
    m_shown = matching(m_fields, searchWords(typed));
    if (m_shown.isEmpty() && !typed.isEmpty())
        m_shown = matching(m_fields, searchWords(swapLayout(typed)));
    m_rows->clear();
    for (const int place : std::as_const(m_shown)) {
        const TemplateField &field = m_fields.at(place);
        m_rows->appendRow(
            new QStandardItem(field.name + u" · " + models::fieldTypeText(field.typeId, m_types)));
    }
    if (!typed.isEmpty()) {
        m_shown.append(MakesNew);
        m_rows->appendRow(new QStandardItem(tr("create “%1”").arg(typed)));
    }
    m_list->popUp(m_shown.isEmpty() ? -1 : 0);
}

void FieldPicker::take(int row)
{
    if (row < 0 || row >= m_shown.size())
        return;
    const int place = m_shown.at(row);
    const QString typed = text().simplified();
    m_list->hide();
    clear();
    if (place == MakesNew)
        Q_EMIT createAsked(typed);
    else
        Q_EMIT chosen(m_fields.at(place));
}

/// Enter, Esc and the arrows are the picker's, not the window's.
bool FieldPicker::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void FieldPicker::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (!m_list->isVisible())
            narrow();
        else
            m_list->step(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        m_list->step(event->key() == Qt::Key_PageDown ? m_list->pageRows() : -m_list->pageRows());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_list->isVisible() && !text().trimmed().isEmpty())
            narrow();
        if (m_list->isVisible())
            take(m_list->marked());
        return;
    case Qt::Key_Escape:
        if (m_list->isVisible())
            m_list->hide();
        else
            Q_EMIT left();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FieldPicker::focusOutEvent(QFocusEvent *event)
{
    m_list->hide();
    QLineEdit::focusOutEvent(event);
}

void FieldPicker::hideEvent(QHideEvent *event)
{
    m_list->hide();
    QLineEdit::hideEvent(event);
}

} // namespace naryad::ui
