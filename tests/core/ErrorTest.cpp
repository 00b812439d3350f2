#include "core/Error.h"
#include "core/Serial.h"

#include <QSet>
#include <QTest>

using namespace naryad;

namespace {

constexpr int Kinds = static_cast<int>(ErrorKind::Cancelled) + 1;
constexpr int Causes = static_cast<int>(ErrorCause::NotOffered) + 1;

Error errorOf(ErrorKind kind, ErrorCause cause = ErrorCause::None)
{
    Error error;
    error.kind = kind;
    error.cause = cause;
    return error;
}

Error full(ErrorKind kind)
{
    Error error = errorOf(kind);
    error.serviceCode = QStringLiteral("14");
    error.words = QStringLiteral("Нужен <исполнитель>");
    error.asked = QStringLiteral("create-task");
    error.place = QStringLiteral("line 3, column 5");
    error.httpStatus = 400;
    error.retryAfter = std::chrono::seconds(20);
    return error;
}

} // namespace

class ErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasASentenceOfItsOwn();
    void everyKindHasAName();
    void saysTheServicesCodeAndWords();
    void saysWhatWasAskedWhereSomebodyAnswered_data();
    void saysWhatWasAskedWhereSomebodyAnswered();
    void causesHaveWordsOfTheirOwn_data();
    void causesHaveWordsOfTheirOwn();
    void tellsThePlace();
    void tellsTheWait();
    void survivesTheJournal();
};

void ErrorTest::everyKindHasASentenceOfItsOwn()
{
    QSet<QString> sentences;
    for (int kind = 0; kind < Kinds; ++kind) {
        const QString sentence = describe(errorOf(static_cast<ErrorKind>(kind)));
        QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
        QVERIFY2(sentence.size() > 10, qPrintable(sentence));
        QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
        QVERIFY(!sentence.contains(QLatin1Char('%')));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), Kinds);
}

void ErrorTest::everyKindHasAName()
{
    QSet<QString> names;
    for (int kind = 0; kind < Kinds; ++kind) {
        const QString name = toName(static_cast<ErrorKind>(kind));
        QVERIFY(!name.isEmpty());
        QCOMPARE(errorKindFromName(name), static_cast<ErrorKind>(kind));
        names.insert(name);
    }
    QCOMPARE(names.size(), Kinds);
    QCOMPARE(errorKindFromName(QStringLiteral("of a later version")), ErrorKind::BadAnswer);
}

void ErrorTest::saysTheServicesCodeAndWords()
{
    for (int kind = 0; kind < Kinds; ++kind) {
        const QString text = describe(full(static_cast<ErrorKind>(kind)));
        QVERIFY2(text.contains(QStringLiteral("Нужен <исполнитель>")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("code 14")), qPrintable(text));
    }
    QCOMPARE(
        describe(full(ErrorKind::Refused)),
        QStringLiteral("The service refused this. “Нужен <исполнитель>” (create-task, code 14)"));
    Error bare = errorOf(ErrorKind::BadInput);
    bare.words = QStringLiteral("This name is too long.");
    QCOMPARE(describe(bare), bare.words);
}

void ErrorTest::saysWhatWasAskedWhereSomebodyAnswered_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("asked");
    const QSet<ErrorKind> answered{ErrorKind::TimedOut, ErrorKind::Refused,     ErrorKind::KeyRefused,
                                   ErrorKind::NotFound, ErrorKind::RateLimited, ErrorKind::NotTheApi,
                                   ErrorKind::TooLarge, ErrorKind::BadAnswer,   ErrorKind::Ambiguous};
    for (int kind = 0; kind < Kinds; ++kind) {
        const auto one = static_cast<ErrorKind>(kind);
        QTest::addRow("%s", qPrintable(toName(one))) << kind << answered.contains(one);
    }
}

void ErrorTest::saysWhatWasAskedWhereSomebodyAnswered()
{
    QFETCH(int, kind);
    QFETCH(bool, asked);
    const QString text = describe(full(static_cast<ErrorKind>(kind)));
    QCOMPARE(text.contains(QLatin1String("create-task")), asked);
}

void ErrorTest::causesHaveWordsOfTheirOwn_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QVector<int>>("causes");
    const auto row = [](ErrorKind kind, std::initializer_list<ErrorCause> causes) {
        QVector<int> numbers;
        for (const ErrorCause cause : causes)
            numbers.append(static_cast<int>(cause));
        QTest::addRow("%s", qPrintable(toName(kind))) << static_cast<int>(kind) << numbers;
    };
    using Cause = ErrorCause;
    row(ErrorKind::Offline,
        {Cause::None, Cause::NoSuchHost, Cause::ConnectionRefused, Cause::TlsFailed,
         Cause::ConnectionClosed});
    row(ErrorKind::NotSent,
        {Cause::None, Cause::NoSuchHost, Cause::ConnectionRefused, Cause::TlsFailed,
         Cause::ConnectionClosed});
    row(ErrorKind::NotTheApi, {Cause::WebPage, Cause::Redirected, Cause::ServerFailure});
    row(ErrorKind::Refused, {Cause::None, Cause::NotOffered});
    row(ErrorKind::Storage, {Cause::None, Cause::DiskFull, Cause::ReadOnly, Cause::Damaged, Cause::InUse});
    row(ErrorKind::Keychain, {Cause::NoKeychain, Cause::KeychainSilent});
}

void ErrorTest::causesHaveWordsOfTheirOwn()
{
    QFETCH(int, kind);
    QFETCH(QVector<int>, causes);
    QSet<QString> sentences;
    for (const int cause : std::as_const(causes))
        sentences.insert(describe(errorOf(static_cast<ErrorKind>(kind), static_cast<ErrorCause>(cause))));
    QCOMPARE(sentences.size(), causes.size());
    // A cause that does not belong to a kind leaves its sentence whole
    for (int cause = 0; cause < Causes; ++cause)
        QVERIFY(!describe(errorOf(static_cast<ErrorKind>(kind), static_cast<ErrorCause>(cause))).isEmpty());
}

void ErrorTest::tellsThePlace()
{
    QVERIFY(describe(full(ErrorKind::BadAnswer)).contains(QLatin1String("(line 3, column 5)")));
    Error host = errorOf(ErrorKind::Offline, ErrorCause::NoSuchHost);
    host.place = QStringLiteral("acme.mobiforce.ru");
    QVERIFY(describe(host).contains(host.place));
}

void ErrorTest::tellsTheWait()
{
    QVERIFY(describe(full(ErrorKind::RateLimited)).contains(QLatin1String("20")));
    QVERIFY(!describe(errorOf(ErrorKind::RateLimited)).contains(QLatin1Char('0')));
}

void ErrorTest::survivesTheJournal()
{
    for (int kind = 0; kind < Kinds; ++kind) {
        for (int cause = 0; cause < Causes; ++cause) {
            Error error = full(static_cast<ErrorKind>(kind));
            error.cause = static_cast<ErrorCause>(cause);
            QCOMPARE(serial::errorFromJson(serial::toJson(error)), error);
        }
    }
}

QTEST_GUILESS_MAIN(ErrorTest)
#include "ErrorTest.moc"
