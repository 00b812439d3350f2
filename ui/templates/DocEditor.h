#pragma once

#include "core/Commands.h"
#include "core/Draft.h"
#include "core/TemplateFile.h"
#include "core/TemplateStock.h"
#include "widgets/Desk.h"
#include "widgets/FormProblem.h"

#include <QJsonObject>
#include <QPointer>
#include <QStringList>
#include <QVector>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace naryad::ui {

class DraftBook;
class DraftKeeper;
class ReasonLabel;

/// An editor that always shows what a save will do, keeps what is typed as it is typed, and sends only what
/// is changed. Base of the template's and the field's. Thread: the GUI's. Never talks to the network.
class DocEditor : public QWidget
{
    Q_OBJECT
public:
    DocEditor(Desk desk, const QString &name, QWidget *parent);

    /// Ctrl+S: says what is changed; a new field first. Nothing where nothing is.
    void save();
    /// Takes out what was typed; it can be brought back until something else is opened.
    void startOver();
    void keepNow();
    /// Under which the open one is kept; empty where none is open.
    QString draftKey() const;
    CommandId replaces() const { return m_draft.replaces; }
    bool isSending() const { return m_sending; }
    /// The service's words about what is filled in.
    void tellRefusal(const Error &error);
    /// Something was done that is to be told in place.
    void tellNews(const QString &text);

    virtual bool isChanged() const = 0;

Q_SIGNALS:
    /// On disk. The open one is as it was saved from now on.
    void saved(naryad::CommandId id);
    /// The draft was kept or is gone.
    void draftChanged();
    void deleteAsked();

protected:
    /// The open thing's draft begins: what is typed from now on is kept as it.
    void beginDraft(DraftBook &book, const Draft &draft);
    /// Nothing is open.
    void endDraft();
    /// Something was typed: the difference is shown anew and what is typed is kept.
    void touched();
    /// Shows what a save does, and beside it what others have done meanwhile.
    void showDifference();

    virtual QJsonObject form() const = 0;
    virtual QStringList differenceLines() const = 0;
    virtual QString differenceSummary() const = 0;
    virtual QStringList othersLines() const = 0;
    virtual FormProblem problem() const = 0;
    /// Commands that must be said in front, each under its token.
    virtual QVector<NewField> saidFirst() const = 0;
    virtual Command command() const = 0;
    /// Under which the command is said; empty: it makes nothing.
    virtual QString token() const = 0;
    /// What is typed is what is said.
    virtual void taken() = 0;
    /// As it began, or with what `form` told.
    virtual void restore(const QJsonObject &form) = 0;
    /// Takes what is typed and not taken yet.
    virtual void take() {}

    QPushButton *addButton(const QString &objectName, const QString &text, const QKeySequence &keys = {});
    /// Where the fields go, above the difference.
    QBoxLayout *content() const { return m_contentLayout; }
    QWidget *contentWidget() const { return m_content; }
    /// Call it once all fields are there: Tab goes on to the difference and the buttons.
    void endFields(QWidget *last);

    Desk m_desk;

private:
    void sayFirst(QVector<NewField> rest);
    void sayLast();
    void notSaid(const Error &error);
    void showStartOver();
    void showKept(const QString &words);

    QWidget *m_content;
    QBoxLayout *m_contentLayout;
    QPlainTextEdit *m_difference;
    QLabel *m_differenceTitle;
    QLabel *m_kept;
    ReasonLabel *m_message;
    QLayout *m_buttons;
    QVector<QPushButton *> m_buttonOrder;
    QPushButton *m_save = nullptr;
    QPushButton *m_startOver = nullptr;
    QPushButton *m_delete = nullptr;
    DraftKeeper *m_keeper = nullptr;
    Draft m_draft;
    QJsonObject m_takenOut; ///< what startOver() took out
    QPointer<QWidget> m_focus; ///< had the keyboard before it was sent
    bool m_complains = false; ///< the message tells of what is wrong with what is typed
    bool m_sending = false;
};

} // namespace naryad::ui
