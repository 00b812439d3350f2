#pragma once

#include "ClientForm.h"
#include "core/ContractorTree.h"
#include "widgets/DraftBook.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

namespace naryad::ui {

/// The windows in which something is said about clients: opens each as it was left, and tells what an earlier
/// run left. Owns them and their drafts. Thread: the GUI's.
class ContractorWindows : public QObject
{
    Q_OBJECT
public:
    /// The windows stand above `screen`, which outlives this.
    ContractorWindows(Desk desk, QWidget *screen);
    /// Keeps what is typed in the windows that are open.
    ~ContractorWindows() override;

    /// With a phone: of a caller nobody knows.
    void newContractor(const QString &phone = {}, const QString &name = {});
    void addSubdivision(const NamedRef &parent);
    /// The client as its card tells it; a subdivision by its own command.
    void edit(const Contractor &client);
    void addPerson(const NamedRef &client);
    /// `client`: its contractor, whose id a person's body needs.
    void editPerson(const NamedRef &client, const Person &person);
    void deletePerson(const Person &person);
    void addPhone(const NamedRef &owner, PhoneParent kind);
    void editPhone(const NamedRef &owner, PhoneParent kind, const Phone &phone);
    void deletePhone(const Phone &phone);

    /// A refused command as it was typed, to be mended; it is dropped once the new one is on disk.
    void fix(const JournalEntry &entry);
    /// The newest that an earlier run left.
    void openKept();
    /// A command was taken back: what it was typed as stands open again.
    void openRecalled();

Q_SIGNALS:
    /// A new client was said: its local id.
    void clientMade(const QString &localId);
    /// A person or phone is held and will be deleted; in words.
    void deleting(const QString &words, naryad::CommandId id);
    /// What an earlier run left, in words; empty: nothing more.
    void leftToldChanged(const QString &words);
    /// The disk did not take what was said or typed.
    void notKept(const QString &words);

private:
    /// The form that says `began`, as it was left under this key.
    void open(const QString &key, const Command &began, const QString &owner);
    bool raise(const QString &key);
    void openDraft(const Draft &draft);
    void openFix(const JournalEntry &entry);
    void present(ClientForm *form, const Draft &draft);
    void say(const Command &command, const QString &words);
    void tellLeft();

    Desk m_desk;
    QWidget *m_screen;
    DraftBook m_book;
    QVector<QPointer<ClientForm>> m_open;
    QStringList m_left; ///< keys of what an earlier run left and nobody has opened since
};

} // namespace naryad::ui
