#pragma once

#include "core/Task.h"
#include "widgets/Desk.h"
#include "widgets/FormProblem.h"

#include <QJsonObject>
#include <QObject>

#include <array>
#include <optional>

class QFormLayout;
class QLineEdit;

namespace naryad::ui {

/// The address in the task's form, part by part: a part nobody told and nobody typed stays not known. While
/// nobody types, it follows the contractor. Owned by the form, as its lines are. Thread: the GUI's.
class AddressFields : public QObject
{
    Q_OBJECT
public:
    AddressFields(const Desk &desk, QWidget *form);

    void addRows(QFormLayout *form);
    /// In the order in which Tab goes through them.
    const std::array<QLineEdit *, 7> &lines() const { return m_lines; }

    /// Begins with this address.
    void fill(const Known<Address> &address);
    /// The contractor chosen has this address (none: no contractor, or not known yet).
    void follow(const Address &ofContractor);
    /// What it began with is this contractor's address: it follows as if it had been filled in here.
    void recognise(const Address &ofContractor);

    Known<Address> value() const;
    Address typed() const;
    FormProblem problem() const;

    QJsonObject state() const;
    void apply(const QJsonObject &changes);

Q_SIGNALS:
    void changed();

private:
    void take(const Address &known);
    void put(const Address &address);
    bool isUntouched() const;

    std::array<QLineEdit *, 7> m_lines{}; ///< in the order of the parts
    Known<Address> m_began;
    Address m_last; ///< put in last, at whoever's wish: what is not so was typed
    std::optional<Address> m_put; ///< what the program has filled in
};

} // namespace naryad::ui
