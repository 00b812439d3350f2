#include "MirrorPrivate.h"

namespace naryad::store {

namespace {

QString usnKey(CardKind kind)
{
    return nameOf(kind) + QStringLiteral(".usn");
}

} // namespace

QString nameOf(CardKind kind)
{
    switch (kind) {
    case CardKind::Template:
        return QStringLiteral("template");
    case CardKind::Contractor:
        return QStringLiteral("contractor");
    case CardKind::Equipment:
        break;
    }
    return QStringLiteral("equipment");
}

Result<qint64> Mirror::namedUsn(CardKind kind) const
{
    return meta(usnKey(kind)).map([](const QString &text) { return text.toLongLong(); });
}

Result<void> Mirror::noteNamed(CardKind kind, const QVector<FeedItem> &items, qint64 usn)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        SQLite::Statement write(
            *d->database,
            "INSERT INTO named(kind, id, usn) VALUES(?1,?2,?3) ON CONFLICT(kind, id) DO UPDATE SET "
            "usn=max(usn,?3)");
        for (const FeedItem &item : items) {
            bindAll(write, nameOf(kind), item.id, item.usn);
            write.exec();
            write.reset();
        }
        d->putMeta(usnKey(kind), QString::number(usn));
        transaction.commit();
        return {};
    });
}

Result<QVector<FeedItem>> Mirror::named(CardKind kind, int limit) const
{
    return d->guarded([&]() -> Result<QVector<FeedItem>> {
        SQLite::Statement find(
            *d->database, "SELECT id, usn FROM named WHERE kind=? ORDER BY usn DESC LIMIT ?");
        bindAll(find, nameOf(kind), limit);
        QVector<FeedItem> items;
        while (find.executeStep())
            items.append({textAt(find, 0), numberAt(find, 1)});
        return items;
    });
}

Result<void> Mirror::clearNamed(CardKind kind, const FeedItem &item)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Statement remove(*d->database, "DELETE FROM named WHERE kind=? AND id=? AND usn<=?");
        bindAll(remove, nameOf(kind), item.id, item.usn);
        remove.exec();
        return {};
    });
}

Result<void> Mirror::markCardGone(CardKind kind, const QString &id)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        SQLite::Statement mark(
            *d->database, "UPDATE " + nameOf(kind).toStdString() + " SET gone=1 WHERE id=?");
        bindAll(mark, id);
        mark.exec();
        SQLite::Statement remove(*d->database, "DELETE FROM named WHERE kind=? AND id=?");
        bindAll(remove, nameOf(kind), id);
        remove.exec();
        transaction.commit();
        return {};
    });
}

} // namespace naryad::store
