#include "Session.h"
#include "core/CompanyAddress.h"
#include "sandbox/Sandbox.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace naryad::contract {

namespace {

int wrong(const QString &words)
{
    std::fprintf(stderr, "%s\n", qPrintable(words));
    return 2;
}

int run(const api::Endpoint &server, const Bounds &bounds)
{
    Session session(server, bounds);
    if (checkEmployees(session)) {
        checkFields(session);
        checkTemplates(session);
        checkContractors(session);
        checkPersonsAndPhones(session);
        checkSubdivisions(session);
        checkEquipment(session);
        checkTasks(session);
        checkFeeds(session);
        cleanUp(session);
    }
    return session.report.print();
}

/// The server named on the command line, with its key from standard input.
Result<api::Endpoint> given(const QString &typed)
{
    const auto address = parseCompanyAddress(typed);
    if (!address)
        return fail(address.error());
    QFile input;
    QString line;
    if (input.open(stdin, QIODevice::ReadOnly))
        line = QString::fromUtf8(input.readLine(4096));
    return cleanApiKey(line).map([&address](const QString &key) {
        return api::Endpoint{address->base, key};
    });
}

} // namespace

} // namespace naryad::contract

int main(int argc, char **argv)
{
    using namespace naryad;
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("naryad-contract"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NARYAD_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Tries all 45 commands on things of its own making, called “contract-…”. Without a URL: on a "
        "sandbox that it starts. With one: on that server, its key on standard input."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("URL"), QStringLiteral("A company's name, or its https:// address."),
        QStringLiteral("[URL]"));
    const QCommandLineOption result(
        QStringLiteral("result"),
        QStringLiteral("A result status of the account, to close a task with; no command lists them."),
        QStringLiteral("ID"), QStringLiteral("74"));
    const QCommandLineOption pages(
        QStringLiteral("pages"), QStringLiteral("The most pages of a list to walk."), QStringLiteral("N"),
        QStringLiteral("300"));
    parser.addOptions({result, pages});
    parser.process(app);
    contract::Bounds bounds;
    bounds.resultId = parser.value(result);
    bounds.pages = parser.value(pages).toInt();
    if (parser.positionalArguments().size() > 1 || bounds.pages < 1)
        return contract::wrong(parser.helpText());

    if (!parser.positionalArguments().isEmpty()) {
        const auto server = contract::given(parser.positionalArguments().first());
        return server ? contract::run(*server, bounds) : contract::wrong(describe(server.error()));
    }
    sandbox::Sandbox sandbox;
    const auto address = sandbox.start();
    if (!address)
        return contract::wrong(describe(address.error()));
    return contract::run({*address, sandbox.key()}, bounds);
}
