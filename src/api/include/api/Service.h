#pragma once

#include "api/ReadChannel.h"
#include "api/Requests.h"
#include "api/Snapshot.h"
#include "api/WriteChannel.h"

#include <QFuture>

namespace naryad::api {

/// What the services that write have in common.
///
/// Writes come in two steps so that the body can be journalled between them: a prepare…() encodes, send()
/// puts exactly those bytes on the wire, once. The calls named after a command do both. Any service sends
/// what any other has prepared. Owns nothing; thread: the channels'.
class Service
{
public:
    Service(ReadChannel &reads, WriteChannel &writes);

    /// Sends a prepared (perhaps journalled) write once. The id the service answered: of what was made,
    /// changed or deleted; empty only where the command table says it may tell none. Errors: those of
    /// WriteChannel::send(), and Ambiguous where the answer lacks the id.
    QFuture<Result<QString>> send(const WriteRequest &request) const;

protected:
    ReadChannel &reads() const { return m_reads; }

private:
    ReadChannel &m_reads;
    WriteChannel &m_writes;
};

} // namespace naryad::api
