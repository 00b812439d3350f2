#pragma once

#include "core/Result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace naryad {
class Clock;
}

namespace naryad::sandbox {

/// What the stand-in company looks like and how it answers. What the vendor's document leaves open is a
/// switch here, so that a client can be tried against each reading.
struct Options
{
    quint16 port = 0; ///< 0: any free one
    QString key; ///< empty: a random one is made
    int tasks = 2000;
    int contractors = 40; ///< each with one or two persons and two to four phones
    int equipment = 300;
    quint32 seed = 20261124;
    int latencyMs = 0; ///< before each answer
    /// The document's sample of get-task shows no contractor, worker, address or status ("incomplete" by its
    /// own heading), that of get-template no parent of a row. false: exactly the documented keys; true: those
    /// too, as the vendor's own mobile program sees.
    bool fullTasks = false;
    /// What the arrays `person`, `phone` and `contact` of an update do: false: they append; true: they
    /// replace, and what was there stays listed as deleted.
    bool personsReplace = false;
    /// What an update does to a key it doesn't name: true: it keeps; false: it empties.
    bool omittedKeep = true;
    /// Types that get-updates answers beside "task": any of "contractor", "template", "equipment".
    QStringList feedTypes;
    bool taskUpdatesLimit = true; ///< get-taskupdates at most once in five minutes
    /// "If lat and lon are not told there will be geocoding", says the document, but not when: false: not yet
    /// when the object is read again; true: at once, to a made-up place.
    bool geocode = false;
    qint64 newIdsFrom = 0; ///< the least id of what clients make; 0: after those of the company
    const Clock *clock = nullptr; ///< must outlive the sandbox; null: the system's
};

/// A complete stand-in for the service on 127.0.0.1: all 45 commands, written from the vendor's document.
///
/// Owns a thread of its own with the HTTP server and all state; every call waits for it.
/// Callable from any one thread. Shares no code with the client library. Never listens beyond loopback.
///
/// Beside the API it answers to the same key, for tests:
/// /sandbox/requests (calls per command), counts, new-tasks, new?kind=KIND (ids made by clients),
/// KIND?id= (the whole truth of a task, contractor, person, phone, template, field, model or equipment),
/// save?file=, load?file= and reset, and remove-task?id= (with told=0 no feed names it).
class Sandbox
{
public:
    explicit Sandbox(Options options = {});
    ~Sandbox();

    /// Starts listening; the address is "http://127.0.0.1:PORT". Storage error where the port is taken.
    Result<QUrl> start();
    QString key() const;
    QUrl address() const;
    void stop();

    /// Writes the company with all that clients did to it. Storage error; also before start().
    Result<void> save(const QString &file);
    /// Takes a saved company in place of the present one, which stays where the file can't be read or is
    /// damaged.
    Result<void> load(const QString &file);
    /// The company as it was at the start; the counts of requests begin anew. Storage error before start().
    Result<void> reset();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::sandbox
