#include "KnownAlike.h"

#include "core/Phone.h"
#include "core/Text.h"
#include "models/LookupModel.h"

namespace naryad::ui {

namespace {

constexpr qsizetype FewestDigits = 7; ///< of a phone somebody else may have
constexpr qsizetype FewestLetters = 3;
constexpr int MostTold = 3;

/// Its own name, without those above it.
QString lastOf(const QString &path)
{
    const QLatin1String between(" / ");
    const qsizetype at = path.lastIndexOf(between);
    return at < 0 ? path : path.mid(at + between.size());
}

} // namespace

KnownAlike::KnownAlike(
    const Desk &desk, By by, const QString &objectName, const QString &except, QWidget *parent)
    : QLabel(parent)
    , m_by(by)
    , m_except(except)
    , m_found(new models::LookupModel(desk.reader, models::LookupModel::Kind::Contractors, this))
{
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
    connect(m_found, &models::LookupModel::ready, this, &KnownAlike::tell);
}

void KnownAlike::setTyped(const QString &typed)
{
    m_typed = typed.trimmed();
    const bool enough = m_by == By::Phone ? typedPhoneKey(m_typed).size() >= FewestDigits
                                          : foldText(m_typed).size() >= FewestLetters;
    if (enough)
        m_found->setTyped(m_typed);
    else
        m_typed.clear();
    if (!enough)
        hide();
}

void KnownAlike::tell()
{
    QStringList alike;
    const QString typed = foldText(m_typed);
    for (int row = 0; row < m_found->rowCount() && !m_typed.isEmpty(); ++row) {
        const NamedRef one = m_found->at(row);
        const bool same = m_by == By::Phone || foldText(lastOf(one.name)).startsWith(typed);
        if (same && one.id != m_except && alike.size() <= MostTold)
            alike.append(one.name);
    }
    if (alike.size() > MostTold)
        alike.last() = QStringLiteral("…");
    const QString names = alike.join(QStringLiteral("; "));
    setText(
        m_by == By::Phone ? tr("This phone is known: %1").arg(names)
                          : tr("Known by such a name: %1").arg(names));
    setAccessibleName(text());
    setVisible(!alike.isEmpty());
}

} // namespace naryad::ui
