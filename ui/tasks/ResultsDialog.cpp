#include "ResultsDialog.h"

#include "core/Await.h"

namespace naryad::ui {

using namespace Qt::StringLiterals;

ResultsDialog::ResultsDialog(Desk desk, QWidget *parent)
    : WordsDialog(std::move(desk), parts(), parent)
{
    setObjectName(u"ResultsDialog"_s);
    setWindowTitle(tr("Closing results"));
    read();
    resize(420, 380);
}

WordsDialog::Parts ResultsDialog::parts()
{
    Parts parts;
    parts.intro
        = tr("No command of the service lists its closing results. What answers tell is learned; the rest is "
             "entered once. F2 changes a name, Delete removes one here; on the service nothing changes.");
    parts.tableName = tr("Closing results");
    parts.keepsName = tr("A result that has a name keeps one.");
    parts.removes = tr("&Remove the chosen");
    parts.table = u"results"_s;
    parts.number = u"number"_s;
    parts.name = u"name"_s;
    parts.add = u"addResult"_s;
    parts.remove = u"removeResult"_s;
    parts.message = u"message"_s;
    parts.digits = 19;
    return parts;
}

void ResultsDialog::ask(quint64 asked, const QString &chosen)
{
    await(this, desk().details.results(), [this, asked, chosen](const Result<QVector<NamedRef>> &found) {
        fill(asked, chosen, found.map([](const QVector<NamedRef> &results) {
            QVector<DictionaryEntry> words;
            for (const NamedRef &result : results)
                words.append({DictionaryKind::Results, result.id, result.name, {}});
            return words;
        }));
    });
}

QFuture<Result<void>> ResultsDialog::keep(const QString &id, const QString &name)
{
    return desk().commands.keepResult({id, name});
}

QFuture<Result<void>> ResultsDialog::drop(const QString &id)
{
    return desk().commands.dropResult(id);
}

} // namespace naryad::ui
