#pragma once

#include "widgets/BegunForm.h"

namespace naryad::ui {

/// A form about a client, a person or a phone. Thread: the GUI's.
class ClientForm : public BegunForm
{
    Q_OBJECT
public:
    /// The form for such a command; null where there is none (what only takes something away). `owner`: whose
    /// it is, in words; empty: nobody's.
    static ClientForm *make(const Desk &desk, const Command &began, const QString &owner, QWidget *parent);

protected:
    using BegunForm::BegunForm;
};

} // namespace naryad::ui
