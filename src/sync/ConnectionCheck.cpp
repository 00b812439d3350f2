#include "api/EmployeeService.h"
#include "api/ReadChannel.h"
#include "core/Log.h"
#include "sync/Engine.h"

#include <QPromise>

#include <memory>

using namespace std::chrono_literals;

namespace naryad::sync {

namespace {

/// One question with a life of its own; deletes itself with the answer.
class ConnectionCheck : public QObject
{
public:
    ConnectionCheck(const QUrl &base, const QString &key, const Clock &clock)
        : m_reads({base, key}, clock, limits())
        , m_employees(m_reads)
    {}

    QFuture<Result<void>> run()
    {
        m_promise.start();
        m_employees.employeePage(0, true).then(this, [this](const Result<api::Page<Employee>> &answer) {
            m_promise.addResult(answer ? Result<void>() : Result<void>(tl::unexpected(answer.error())));
            m_promise.finish();
            deleteLater();
        });
        return m_promise.future();
    }

private:
    static api::Limits limits()
    {
        api::Limits limits;
        limits.stall = 10s;
        limits.total = 20s;
        limits.readTries = 1; // the user waits for the reason
        return limits;
    }

    api::ReadChannel m_reads;
    api::EmployeeService m_employees;
    QPromise<Result<void>> m_promise;
};

} // namespace

QFuture<Result<void>> checkConnection(const QUrl &base, const QString &key, const Clock &clock)
{
    redactFromLog(key);
    return (new ConnectionCheck(base, key, clock))->run();
}

} // namespace naryad::sync
