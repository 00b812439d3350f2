#pragma once

#include "connect/ConnectHost.h"
#include "sync/CommandDesk.h"

#include <QFuture>
#include <QPromise>
#include <QVector>

#include <functional>
#include <memory>
#include <optional>

namespace naryad::test {

/// Answers when and as the test says.
template <class T> class Answers
{
public:
    QFuture<Result<T>> ask()
    {
        m_open.append(std::make_shared<QPromise<Result<T>>>());
        m_open.last()->start();
        return m_open.last()->future();
    }

    void answer(Result<T> result)
    {
        const auto promise = m_open.takeFirst();
        promise->addResult(std::move(result));
        promise->finish();
    }
    /// The one asked gives up without an answer.
    void abandon() { m_open.takeFirst(); }
    bool isCanceled() const { return m_open.first()->isCanceled(); }
    qsizetype open() const { return m_open.size(); }

private:
    QVector<std::shared_ptr<QPromise<Result<T>>>> m_open;
};

class FakeHost final : public ui::ConnectHost
{
public:
    QFuture<Result<void>> check(const CompanyAddress &company, const QString &key) override
    {
        companies.append(company);
        keys.append(key);
        return checks.ask();
    }

    QFuture<Result<void>> keepKey(const CompanyAddress &company, const QString &key) override
    {
        keptFor.append(company);
        kept.append(key);
        return keeps.ask();
    }

    Answers<void> checks;
    Answers<void> keeps;
    QVector<CompanyAddress> companies;
    QStringList keys;
    QVector<CompanyAddress> keptFor;
    QStringList kept;
};

class FakeCommandDesk final : public sync::CommandDesk
{
public:
    struct Decided
    {
        CommandId id = 0;
        Decision decision = Decision::Retry;
        QString objectId;
        friend bool operator==(const Decided &, const Decided &) = default;
    };

    QFuture<Result<CommandId>> submit(const Command &command, const QString &draftKey) override
    {
        submitted.append(command);
        submittedDrafts.append(draftKey);
        return submits.ask();
    }

    QFuture<Result<CommandId>> submitAs(const QString &token, const Command &command) override
    {
        tokens.append(token);
        saidFirst.append(command);
        return firsts.ask();
    }

    QFuture<Result<QVector<CommandId>>> submitAll(const QVector<Command> &commands) override
    {
        submittedTogether.append(commands);
        return batches.ask();
    }

    QFuture<Result<void>> keepDraft(const Draft &draft) override
    {
        kept.append(draft);
        return QtFuture::makeReadyFuture(keep ? keep(draft) : Result<void>());
    }

    QFuture<Result<void>> dropDraft(const QString &key) override
    {
        dropped.append(key);
        return QtFuture::makeReadyFuture(drop ? drop(key) : Result<void>());
    }

    QFuture<Result<void>> keepViews(const QString &views) override
    {
        keptViews.append(views);
        return QtFuture::makeReadyFuture(keepView ? keepView(views) : Result<void>());
    }

    QFuture<Result<void>> decide(CommandId id, Decision decision, const QString &objectId) override
    {
        decided.append({id, decision, objectId});
        return decisions.ask();
    }

    QFuture<Result<void>> recall(CommandId id) override
    {
        recalled.append(id);
        return decisions.ask();
    }

    QFuture<Result<CommandId>> recallLast() override
    {
        ++recalls;
        return recallsOfLast.ask();
    }

    QFuture<Result<QVector<FoundObject>>> lookFor(CommandId id) override
    {
        lookedFor.append(id);
        return looks.ask();
    }

    void lookAtTask(const QString &) override {}
    void lookAtContractor(const QString &id) override { lookedAtContractors.append(id); }
    void lookAtTemplate(const QString &id) override { lookedAtTemplates.append(id); }
    void lookAtEquipment(const QString &id) override { lookedAtEquipment.append(id); }
    void lookAtPersons(const QString &contractorId, const QStringList &persons) override
    {
        lookedAtPersons.append(contractorId + QLatin1Char(':') + persons.join(QLatin1Char(',')));
    }

    QFuture<Result<Contractor>> findContractor(const QString &externalId) override
    {
        externalIds.append(externalId);
        return contractors.ask();
    }
    void refresh() override { ++refreshes; }
    QFuture<Result<void>> keepResult(const NamedRef &result) override
    {
        keptResults.append(result);
        return results.ask();
    }

    QFuture<Result<void>> dropResult(const QString &id) override
    {
        droppedResults.append(id);
        return results.ask();
    }

    QFuture<Result<void>> keepWord(const DictionaryEntry &word) override
    {
        keptWords.append(word);
        return words.ask();
    }

    QFuture<Result<void>> dropWord(DictionaryKind kind, const QString &id) override
    {
        droppedWords.append(toName(kind) + QLatin1Char(':') + id);
        return words.ask();
    }

    Answers<void> words;
    QVector<DictionaryEntry> keptWords;
    QStringList droppedWords;
    QStringList lookedAtEquipment;
    Answers<CommandId> submits;
    Answers<CommandId> firsts;
    Answers<QVector<CommandId>> batches;
    QVector<QVector<Command>> submittedTogether;
    Answers<void> decisions;
    Answers<QVector<FoundObject>> looks;
    Answers<CommandId> recallsOfLast;
    Answers<void> results;
    Answers<Contractor> contractors;
    QStringList externalIds; ///< asked for
    QStringList lookedAtPersons; ///< "10:5,6"
    QVector<Command> submitted;
    QStringList tokens; ///< of what was said in front of others
    QVector<Command> saidFirst;
    QStringList submittedDrafts; ///< the draft named with each
    QVector<Draft> kept;
    QStringList dropped;
    QVector<NamedRef> keptResults;
    QStringList droppedResults;
    std::function<Result<void>(const Draft &)> keep; ///< writes them, or fails; none: all is well
    std::function<Result<void>(const QString &)> drop;
    QStringList keptViews;
    std::function<Result<void>(const QString &)> keepView; ///< as `keep`
    QVector<Decided> decided;
    QVector<CommandId> lookedFor;
    QVector<CommandId> recalled;
    QStringList lookedAtContractors;
    QStringList lookedAtTemplates;
    int recalls = 0;
    int refreshes = 0;
};

} // namespace naryad::test
