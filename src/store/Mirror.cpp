#include "MirrorPrivate.h"

#include "MirrorSchema.h"
#include "core/Log.h"

#include <QDateTime>
#include <QFile>
#include <QUuid>

namespace naryad::store {

namespace {

QString closedKey()
{
    return QStringLiteral("closed");
}

} // namespace

Mirror::Mirror(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{}

Mirror::~Mirror()
{
    // Not told: then the next start looks through the file.
    (void)setMeta(closedKey(), QStringLiteral("1"));
}

/// What a step would spoil stays in a copy until all of them are done.
void Mirror::Private::migrateSafely()
{
    const QString backup = path + QStringLiteral(".before-%1").arg(schemaVersion(*database));
    bool kept = false;
    migrate(*database, mirrorSchema(), [&] {
        QFile::remove(backup);
        try {
            SQLite::Statement copy(*database, "VACUUM INTO ?");
            bindAll(copy, backup);
            copy.exec();
            makePrivateFile(backup);
            kept = true;
        } catch (const SQLite::Exception &exception) {
            // The service can be asked for all of it again, so want of room must not keep the program from
            // starting.
            qCWarning(lcStore) << "no copy of the mirror before its new form:" << exception.what();
        }
    });
    if (kept)
        QFile::remove(backup);
}

Result<void> Mirror::Private::openFile()
{
    return store::guarded([this]() -> Result<void> {
        database = openForWriting(path, Durability::Normal, Check::No);
        const bool isNew = schemaVersion(*database) == 0;
        if (schemaVersion(*database) > mirrorSchema().size())
            return fail(
                ErrorKind::Storage, {}, ErrorCause::Damaged); // a newer program's: of no use to this one
        migrateSafely();
        packing = std::make_unique<Packing>(*database);
        SQLite::Statement closed(*database, "DELETE FROM meta WHERE key=?");
        bindAll(closed, closedKey());
        brokenOff = closed.exec() == 0 && !isNew;
        // It is large: looked through at once only where damage was met.
        if (QFile::exists(suspectMark(path)))
            checkSound(*database);
        QFile::remove(suspectMark(path));
        return {};
    });
}

Result<std::unique_ptr<Mirror>> Mirror::open(const QString &path)
{
    auto priv = std::make_unique<Private>();
    priv->path = path;
    auto opened = priv->openFile();
    if (!opened && opened.error().cause == ErrorCause::Damaged) {
        // The mirror is the service's word: it can be had again.
        priv->packing.reset();
        priv->database.reset();
        setAside(path, QString::number(QDateTime::currentSecsSinceEpoch()));
        priv->rebuilt = true;
        opened = priv->openFile();
    }
    if (!opened) {
        opened.error().place = path;
        return tl::unexpected(opened.error());
    }
    return std::unique_ptr<Mirror>(new Mirror(std::move(priv)));
}

bool Mirror::wasBrokenOff() const
{
    return d->brokenOff;
}

Result<void> Mirror::rebuild()
{
    d->packing.reset();
    d->database.reset();
    setAside(d->path, QString::number(QDateTime::currentSecsSinceEpoch()));
    QFile::remove(suspectMark(d->path));
    d->rebuilt = true;
    return d->openFile();
}

bool Mirror::wasRebuilt() const
{
    return d->rebuilt;
}

Result<QString> Mirror::identity()
{
    const QString key = QStringLiteral("identity");
    auto known = meta(key);
    if (!known || !known->isEmpty())
        return known;
    const QString made = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return setMeta(key, made).map([&made] { return made; });
}

void Mirror::Private::putMeta(const QString &key, const QString &value)
{
    SQLite::Statement write(*database, "INSERT OR REPLACE INTO meta(key, value) VALUES(?,?)");
    bindAll(write, key, value);
    write.exec();
}

Result<QString> Mirror::meta(const QString &key) const
{
    return d->guarded([&]() -> Result<QString> {
        SQLite::Statement find(*d->database, "SELECT value FROM meta WHERE key=?");
        bindAll(find, key);
        return find.executeStep() ? textAt(find, 0) : QString();
    });
}

Result<void> Mirror::setMeta(const QString &key, const QString &value)
{
    return d->guarded([&]() -> Result<void> {
        d->putMeta(key, value);
        return {};
    });
}

} // namespace naryad::store
