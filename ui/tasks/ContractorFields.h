#pragma once

#include "core/Commands.h"
#include "models/LookupModel.h"
#include "widgets/Desk.h"
#include "widgets/FormProblem.h"
#include "widgets/SaidFirst.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace naryad::ui {

class EntityPicker;

/// The contractor in the task's form: one that is known, with its path and phones, or one made here. Tells
/// what helps to fill in the rest. Owned by the form. Thread: the GUI's.
class ContractorFields : public QObject
{
    Q_OBJECT
public:
    ContractorFields(Desk desk, QWidget *form);

    void addRows(QFormLayout *form);
    EntityPicker *picker() const { return m_picker; }
    /// In the order in which Tab goes through them.
    QVector<QWidget *> fields() const;

    /// Begins with this contractor: nothing is told of it but whether `began` is its address.
    void fill(const Known<NamedRef> &contractor);
    /// One nobody knows, with this phone: its fields stand open.
    void beginNew(const QString &name, const QString &phone);
    /// Of the one chosen, or of the one made here; a local id then.
    NamedRef ref() const;
    /// The one made here; nothing where one is chosen. `place`: the task's address, which is its own too
    /// where both have the same text.
    std::optional<SaidFirst> made(const Address &place) const;
    FormProblem problem() const;
    void take();

    QJsonObject state() const;
    void apply(const QJsonObject &changes);
    /// What is known of the contractor has not come yet; a form that opens again asks anew.
    bool isAwaited() const { return !m_awaited.isEmpty(); }
    void askAgain();
    void listsChanged();
    void setReadOnly();
    /// The one made here was said by this: it is chosen as it was said, and where that was dropped, what
    /// stands here is another one. Of another token: nothing.
    void adopt(const JournalEntry &entry);

Q_SIGNALS:
    /// Something was typed or chosen.
    void changed();
    /// Another one is chosen, or none.
    void forgotten();
    /// Where the one chosen is: its address, else that of its last task.
    void addressTold(const naryad::Address &address);
    /// The template of its last task.
    void templateTold(const naryad::NamedRef &taskTemplate);
    /// The one the form began with has this address.
    void recognised(const naryad::Address &address);

private:
    void chosen(const NamedRef &contractor);
    void ask(const NamedRef &contractor);
    void onCard(const NamedRef &contractor, const Contractor &card, const Address &ofLastTask);
    void showKnown(const Contractor &card);
    void openPanel(bool open);
    void tellDoubles();

    Desk m_desk;
    EntityPicker *m_picker;
    QPushButton *m_new;
    QWidget *m_panel;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_phone = nullptr;
    QLineEdit *m_address = nullptr;
    QLabel *m_known;
    models::LookupModel *m_doubles; ///< who is known with the phone of the one made here
    QString m_token; ///< of the one made here
    QString m_awaited; ///< what helps is put in once its card is read
    QString m_lookedAt; ///< the one chosen whose card was asked for
};

} // namespace naryad::ui
