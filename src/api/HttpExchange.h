#pragma once

#include "api/Requests.h"

#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace naryad::api {

/// What came back of one request, before anybody judged it.
struct HttpOutcome
{
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorText; ///< Qt's words; may hold the address, never the key
    int status = 0; ///< 0 where no status line came
    QByteArray body; ///< as far as it came
    QByteArray contentType; ///< lower case
    QString location; ///< host of a redirect's target
    std::chrono::seconds retryAfter{0};
    bool lengthFits = true; ///< the body is as long as its header says
    bool endTold = true; ///< by a length or by chunks, and not only by the connection's end
    bool tooLarge = false;
    bool timedOut = false; ///< stalled, or past the total deadline

    /// The answer came to its end, whatever it says. Qt alone does not tell: a body cut short is at times
    /// reported as success, and error statuses are reported as errors.
    bool isWhole() const;
    bool isHtml() const;
};

/// Waits for one reply: reads its body as it comes, up to the cap, keeps the total deadline and measures the
/// length. Owns the reply. Thread: the manager's.
class HttpExchange final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const HttpOutcome &)>;

    /// `done` is called once, from the event loop, unless this object dies first (which aborts the request).
    HttpExchange(QNetworkReply *reply, const Limits &limits, Done done, QObject *parent);
    ~HttpExchange() override;

private:
    void takeBody();
    void checkLength();
    void finish();
    void giveUp();

    QNetworkReply *m_reply;
    const Limits m_limits;
    Done m_done;
    HttpOutcome m_outcome;
    QTimer m_deadline;
};

/// Seconds of a Retry-After header in either of its forms; a date is measured from the answer's own Date
/// header, so that this computer's clock does not matter. 0 = not told.
std::chrono::seconds retryAfterOf(const QByteArray &retryAfter, const QByteArray &date);

/// The length a Content-Length header tells: nullopt where there is none, -1 where it makes no sense
/// (negative, no number, two that differ).
std::optional<qint64> contentLengthOf(bool present, const QByteArray &header);

} // namespace naryad::api
