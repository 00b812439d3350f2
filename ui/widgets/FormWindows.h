#pragma once

#include "BegunForm.h"
#include "DraftBook.h"
#include "core/CommandKinds.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

namespace naryad::ui {

/// The windows in which something is said about one sort of things: opens each as it was left, and tells what
/// an earlier run left. Owns them and their drafts. Thread: the GUI's. What can be said is its children's.
class FormWindows : public QObject
{
    Q_OBJECT
public:
    /// Keeps what is typed in the windows that are open.
    ~FormWindows() override;

    /// A refused command as it was typed, to be mended; it is dropped once the new one is on disk.
    void fix(const JournalEntry &entry);
    /// The newest that an earlier run left.
    void openKept();
    /// A command was taken back: what it was typed as stands open again.
    void openRecalled();

Q_SIGNALS:
    /// A new thing of the sort was said: its local id.
    void made(const QString &localId);
    /// Something is held and will be deleted; in words.
    void deleting(const QString &words, naryad::CommandId id);
    /// What an earlier run left, in words; empty: nothing more.
    void leftToldChanged(const QString &words);
    /// The disk did not take what was said or typed.
    void notKept(const QString &words);

protected:
    /// The windows stand above `screen`, which outlives this. `made`: the sort whose making is told.
    FormWindows(Desk desk, Draft::Kind kind, ObjectKind made, QWidget *screen);

    /// The form that says `began`, as it was left under `kind:command:about`. `owner`: whose it is, in words.
    void open(const QString &about, const Command &began, const QString &owner = {});
    /// What has no form: a deletion. `words`: what is being deleted.
    void say(const Command &command, const QString &words);

    /// The form of a command; null where there is none.
    virtual BegunForm *form(const Command &began, const QString &owner) const = 0;
    /// What opens the key of a draft.
    virtual QString keyBegins() const = 0;
    /// Of what was typed, what tells which thing it is.
    virtual QString nameIn(const QJsonObject &typed) const = 0;
    /// For a draft that nobody can read.
    virtual QString somethingWords() const = 0;

    const Desk &desk() const { return m_desk; }
    QWidget *screen() const { return m_screen; }

private:
    BegunForm *formOf(const Draft &draft) const;
    bool raise(const QString &key);
    void openDraft(const Draft &draft);
    void openFix(const JournalEntry &entry);
    void present(BegunForm *form, const Draft &draft);
    void tellLeft();

    Desk m_desk;
    Draft::Kind m_kind;
    ObjectKind m_made;
    QWidget *m_screen;
    DraftBook m_book;
    QVector<QPointer<BegunForm>> m_open;
    QStringList m_left; ///< keys of what an earlier run left and nobody has opened since
};

} // namespace naryad::ui
