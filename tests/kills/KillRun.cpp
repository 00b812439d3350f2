#include "KillRun.h"

#include "Accounts.h"
#include "CommandCalls.h"
#include "Desktop.h"
#include "MirrorWords.h"
#include "NextRun.h"
#include "core/CompanyAddress.h"
#include "core/Serial.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSettings>

#include <algorithm>

using namespace std::chrono_literals;

namespace naryad::test {

namespace {

/// How much older than the promised 300 ms a lost key may be: its way through X11, the program and the disk.
constexpr qint64 Slack = 300;
constexpr int WhileStarting = 5; ///< one run in so many is timed from its start, not from its window
constexpr int LeastSaid = 20; ///< at least one form said in so many runs, on a slow machine too

QString words(const char *text)
{
    return QString::fromLatin1(text);
}

QByteArray told(const Draft &draft)
{
    return QJsonDocument(draft.form).toJson(QJsonDocument::Compact);
}

QByteArray told(const JournalEntry &entry)
{
    return QJsonDocument(serial::toJson(entry.command)).toJson(QJsonDocument::Compact);
}

} // namespace

KillRun::KillRun(const QString &program, quint32 seed)
    : m_program(program)
    , m_seed(seed)
    , m_random(seed)
{}

KillRun::~KillRun() = default;

bool KillRun::prepare()
{
    sandbox::Options options;
    options.tasks = 12;
    options.contractors = 3;
    options.equipment = 3;
    options.latencyMs = 120; // so that many a kill meets a request on its way
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    if (!m_sandbox->start())
        return false;
    if (!makeWorld(Services({m_sandbox->address(), m_sandbox->key()})))
        return false;
    m_proxy = std::make_unique<FaultProxy>(m_sandbox->address());
    const app::Accounts accounts(m_folder.path());
    const auto address = parseCompanyAddress(m_proxy->url().toString());
    if (!address || !accounts.prepare())
        return false;
    const auto account = accounts.keep(*address, words("killed"), "Europe/Moscow");
    if (!account)
        return false;
    m_account = *account;
    QSettings(accounts.preferencesFile(), QSettings::IniFormat).setValue(words("texts/hold"), 1);
    return true;
}

void KillRun::kill()
{
    QProcess program;
    program.setStandardOutputFile(QProcess::nullDevice());
    program.setStandardErrorFile(m_folder.filePath(words("program.log")), QIODevice::Append);
    program.start(
        m_program,
        {words("--data-dir"), m_folder.path(), words("--account"), m_account.name, words("--key-stdin"),
         words("--language"), words("en")});
    program.write(m_sandbox->key().toUtf8() + '\n');
    program.closeWriteChannel();
    if (!program.waitForStarted() || !program.waitForBytesWritten()) {
        m_faults.append(words("the program does not start"));
        return;
    }
    Script script;
    script.prefix = QStringLiteral("k%1").arg(++m_kills);
    script.contractor = words("client");
    script.taskTemplate = words("template");
    // Most are killed at work; the others, wherever they are, on their way there.
    const bool atWork = m_kills % WhileStarting != 0;
    if (atWork && !desktop::awaitTitle(words("Naryad"), [] { return false; }))
        m_faults.append(script.prefix + words(": the window does not open"));
    Killer killer(
        static_cast<pid_t>(program.processId()), std::chrono::milliseconds(m_random.bounded(300, 6000)));
    script.run(killer);
    const Killer::Moment at = script.stuck.isEmpty() ? killer.await() : killer.strike();
    program.waitForFinished(10000);
    if (!script.stuck.isEmpty())
        m_faults.append(QStringLiteral("%1: %2").arg(script.prefix, script.stuck));
    if (program.exitStatus() != QProcess::CrashExit || program.exitCode() != SIGKILL)
        m_faults.append(script.prefix + words(": the program ended by itself"));
    judgeDrafts(script.forms, at);
    m_forms += script.forms;
}

/// What had been typed is in a draft or was said, up to what is younger than 300 ms; what was acknowledged
/// is in the journal.
void KillRun::judgeDrafts(const QVector<TypedForm> &forms, Killer::Moment killedAt)
{
    const NextRun files(m_account.folder, {}, {}, QDateTime::currentDateTimeUtc());
    QByteArray drafts;
    for (const Draft &draft : files.drafts())
        drafts += told(draft);
    QByteArray said;
    const auto outbox = files.outbox();
    for (const JournalEntry &entry : outbox)
        said += told(entry);
    m_unsure += static_cast<int>(std::count_if(outbox.begin(), outbox.end(), [](const JournalEntry &entry) {
        return entry.state == CommandState::Sending;
    }));
    for (const TypedForm &form : forms) {
        m_acknowledged += form.acknowledged ? 1 : 0;
        const bool isSaid = said.contains(form.text.toLatin1());
        if (form.acknowledged && !isSaid)
            m_faults.append(form.text + words(": acknowledged, and not in the journal"));
        if (isSaid)
            continue;
        for (const TypedForm::Step &step : form.steps) {
            if (drafts.contains(form.text.left(step.length).toLatin1()))
                continue;
            const qint64 age
                = std::chrono::duration_cast<std::chrono::milliseconds>(killedAt - step.at).count();
            m_longestLost = std::max(m_longestLost, age);
            if (age > 300 + Slack)
                m_faults.append(
                    QStringLiteral("%1: lost, typed %2 ms before the kill").arg(form.text).arg(age));
            break;
        }
    }
}

/// How often the service holds a text: in tasks' numbers and in comments.
qsizetype KillRun::inServer(const QString &text)
{
    const QString file = m_folder.filePath(words("state"));
    QFile saved(file);
    if (!m_sandbox->save(file) || !saved.open(QIODevice::ReadOnly))
        return -1;
    // Qt's own form of a text: two bytes a letter, the higher one first.
    QByteArray wide;
    for (const QChar letter : text) {
        wide.append(static_cast<char>(letter.unicode() >> 8));
        wide.append(static_cast<char>(letter.unicode() & 0xff));
    }
    return saved.readAll().count(wide);
}

void KillRun::finish()
{
    // A script whose keys go nowhere would lose nothing either.
    if (m_acknowledged * LeastSaid < m_kills)
        m_faults.append(
            QStringLiteral("only %1 forms were said in %2 runs").arg(m_acknowledged).arg(m_kills));
    {
        NextRun last(
            m_account.folder, m_proxy->url(), m_sandbox->key(), QDateTime::currentDateTimeUtc().addSecs(3600),
            m_proxy.get());
        if (!last.start() || !last.core->notices().isEmpty() || !last.runDown())
            m_faults.append(words("what is left can't be brought to its end"));
        const auto outbox = last.outbox();
        for (const TypedForm &form : std::as_const(m_forms)) {
            const auto entry = std::find_if(outbox.begin(), outbox.end(), [&form](const JournalEntry &one) {
                return told(one).contains(form.text.toLatin1());
            });
            const qsizetype there = inServer(form.text);
            m_arrived += there > 0 ? 1 : 0;
            const bool isForUser = entry != outbox.end() && waitsForUser(*entry);
            m_forUser += isForUser ? 1 : 0;
            if (there > 1)
                m_faults.append(form.text + words(": more than once on the service"));
            if (entry != outbox.end() && entry->state == CommandState::Sent && there != 1)
                m_faults.append(form.text + words(": called sent, and not on the service"));
            if (form.acknowledged && there == 0 && !isForUser)
                m_faults.append(form.text + words(": acknowledged and lost"));
        }
        if (!last.synchronise())
            m_faults.append(words("the last synchronisation fails"));
    }
    const QString anew = m_folder.filePath(words("anew"));
    if (!QDir().mkpath(anew))
        return;
    {
        NextRun other(anew, m_proxy->url(), m_sandbox->key(), QDateTime::currentDateTimeUtc(), m_proxy.get());
        if (!other.start() || !other.synchronise())
            m_faults.append(words("a new mirror can't be filled"));
    }
    const QString differs = difference(mirrorWords(m_account.folder), mirrorWords(anew));
    if (!differs.isEmpty())
        m_faults.append(words("the mirror differs from the service:\n") + differs);
}

QByteArray KillRun::figures() const
{
    const QJsonObject all{
        {words("kills"), m_kills},
        {words("seed"), static_cast<qint64>(m_seed)},
        {words("forms"), m_forms.size()},
        {words("acknowledged"), m_acknowledged},
        {words("on the service"), m_arrived},
        {words("for the user"), m_forUser},
        {words("killed while sending"), m_unsure},
        {words("oldest lost key, ms"), m_longestLost},
        {words("faults"), m_faults.size()}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

} // namespace naryad::test
