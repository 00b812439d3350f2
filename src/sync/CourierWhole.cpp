#include "Courier.h"
#include "PreImage.h"
#include "Rereads.h"
#include "WholeCompare.h"

/// After an update that replaces a whole object: what came of it is read again and compared whole.
namespace naryad::sync {

/// Whatever the service did beyond what it was asked for is told with the command. A read that fails tells
/// nothing: the mirror is read again by itself.
void Courier::compareWhole(const JournalEntry &entry, const QString &id)
{
    const PreImage before = preImageFromJson(entry.preImage);
    if (before.raw.isEmpty() || id.isEmpty())
        return;
    reread(m_services, entry.command, id)
        .then(this, [this, before, command = entry.id](const Result<Reread> &now) {
            if (!now || m_stopped)
                return;
            const QString text
                = beyondTheChangeText(beyondTheChange(before.raw, now->raw, before.sent, now->body));
            if (text.isEmpty())
                return;
            if (const auto written = m_journal.warn(command, text); !written) {
                Q_EMIT storageFailed(written.error());
                return;
            }
            show(command);
        });
}

} // namespace naryad::sync
