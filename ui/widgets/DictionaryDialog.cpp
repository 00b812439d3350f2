#include "DictionaryDialog.h"

#include "core/Await.h"
#include "models/EquipmentDetails.h"

#include <QComboBox>
#include <QFormLayout>
#include <QTableWidget>

namespace naryad::ui {

using namespace Qt::StringLiterals;

DictionaryDialog::DictionaryDialog(Desk desk, const QVector<DictionaryKind> &kinds, QWidget *parent)
    : WordsDialog(std::move(desk), parts(), parent)
    , m_kinds(kinds)
    , m_kind(new QComboBox(this))
{
    setObjectName(u"DictionaryDialog"_s);
    setWindowTitle(tr("Dictionaries"));
    m_kind->setObjectName(u"dictionaryKind"_s);
    m_kind->setAccessibleName(tr("Dictionary"));
    m_kind->setAccessibleDescription(m_kind->accessibleName());
    for (const DictionaryKind kind : std::as_const(m_kinds))
        m_kind->addItem(words(kind));
    form()->insertRow(1, tr("&Dictionary"), m_kind);
    setTabOrder(m_kind, table());
    m_kind->setFocus();
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        clearMessage();
        read();
    });
    read();
    resize(520, 520);
}

WordsDialog::Parts DictionaryDialog::parts()
{
    Parts parts;
    parts.intro
        = tr("No command of the service lists these. What answers tell is learned; the rest is entered once. "
             "F2 changes a name, Delete removes one here; on the service nothing changes.");
    parts.tableName = tr("Numbers and names");
    parts.keepsName = tr("What has a name keeps one.");
    parts.removes = tr("&Remove the chosen");
    parts.table = u"dictionary"_s;
    parts.number = u"dictionaryNumber"_s;
    parts.name = u"dictionaryName"_s;
    parts.add = u"addWord"_s;
    parts.remove = u"removeWord"_s;
    parts.message = u"dictionaryMessage"_s;
    parts.digits = 30;
    parts.tellsSource = true;
    return parts;
}

QString DictionaryDialog::words(DictionaryKind kind)
{
    switch (kind) {
    case DictionaryKind::Results:
        return tr("Closing results");
    case DictionaryKind::EquipmentTypes:
        return tr("Equipment types");
    case DictionaryKind::Manufacturers:
        return tr("Manufacturers");
    case DictionaryKind::EquipmentFields:
        return tr("Equipment fields");
    case DictionaryKind::VisitDays:
        return tr("Visit days");
    case DictionaryKind::FieldTypes:
        return tr("Field types");
    }
    return {};
}

DictionaryKind DictionaryDialog::kind() const
{
    return m_kinds.value(m_kind->currentIndex());
}

void DictionaryDialog::ask(quint64 asked, const QString &chosen)
{
    await(
        this, models::EquipmentDetails(desk().reader).dictionary(kind()),
        [this, asked, chosen](const Result<QVector<DictionaryEntry>> &found) { fill(asked, chosen, found); });
}

QFuture<Result<void>> DictionaryDialog::keep(const QString &id, const QString &name)
{
    return desk().commands.keepWord({kind(), id, name, DictionaryEntry::Source::Typed});
}

QFuture<Result<void>> DictionaryDialog::drop(const QString &id)
{
    return desk().commands.dropWord(kind(), id);
}

} // namespace naryad::ui
