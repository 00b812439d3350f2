#pragma once

#include "EquipmentForms.h"
#include "core/EquipmentList.h"
#include "widgets/DraftBook.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

namespace naryad::ui {

/// The windows in which something is said about equipment and models: opens each as it was left, and tells
/// what an earlier run left. Owns them and their drafts. Thread: the GUI's.
class EquipmentWindows : public QObject
{
    Q_OBJECT
public:
    /// The windows stand above `screen`, which outlives this.
    EquipmentWindows(Desk desk, QWidget *screen);
    /// Keeps what is typed in the windows that are open.
    ~EquipmentWindows() override;

    void newModel();
    void editModel(const EquipmentModelRow &model);
    void deleteModel(const EquipmentModelRow &model);
    /// Of this model, where it is not nothing.
    void newEquipment(const NamedRef &model = {}, const NamedRef &owner = {});
    /// The piece as its card tells it.
    void edit(const EquipmentCard &card);
    void deleteEquipment(const EquipmentRow &piece);

    /// A refused command as it was typed, to be mended; it is dropped once the new one is on disk.
    void fix(const JournalEntry &entry);
    /// The newest that an earlier run left.
    void openKept();
    /// A command was taken back: what it was typed as stands open again.
    void openRecalled();

Q_SIGNALS:
    /// New equipment was said: its local id.
    void equipmentMade(const QString &localId);
    /// Something is held and will be deleted; in words.
    void deleting(const QString &words, naryad::CommandId id);
    /// What an earlier run left, in words; empty: nothing more.
    void leftToldChanged(const QString &words);
    /// The disk did not take what was said or typed.
    void notKept(const QString &words);

private:
    /// The form that says `began`, as it was left under this key.
    void open(const QString &about, const Command &began);
    bool raise(const QString &key);
    void openDraft(const Draft &draft);
    void openFix(const JournalEntry &entry);
    void present(EquipmentForm *form, const Draft &draft);
    void say(const Command &command, const QString &words);
    void tellLeft();

    Desk m_desk;
    QWidget *m_screen;
    DraftBook m_book;
    QVector<QPointer<EquipmentForm>> m_open;
    QStringList m_left; ///< keys of what an earlier run left and nobody has opened since
};

} // namespace naryad::ui
