#pragma once

#include "ClientForm.h"

class QFormLayout;
class QLabel;
class QLineEdit;

namespace naryad::ui {

class AddressFields;
class EntityPicker;
class KnownAlike;
class PersonLines;
class PhoneLines;

/// Window `New contractor`, `New subdivision`, or that of one that is there: all the fields of the four
/// commands. A new one with a parent is a subdivision. Persons and phones of one that is there are changed
/// one by one: whether an update replaces them is not told. Thread: the GUI's.
class ContractorEditor : public ClientForm
{
    Q_OBJECT
public:
    ContractorEditor(const Desk &desk, const Command &began, const QString &owner, QWidget *parent);

protected:
    QJsonObject state() const override;
    void apply(const QJsonObject &changes) override;
    Command command() const override;
    FormProblem problem() const override;
    QWidget *fieldIn(const QString &words) const override;
    bool isSettling() override;

private:
    void build();
    void fill();
    QLineEdit *line(const QString &label, const QString &name, const QString &objectName);
    EntityPicker *picker(const QString &label, const QString &name, const QString &objectName, int kind);
    void buildPeople();
    void orderTabs();
    void showKind();
    void checkIdSoon();
    void checkId(int asked);
    void tellOwnerOfId(const QString &id, const NamedRef &owner);
    bool isNew() const;
    bool isSubdivision() const;
    Known<QString> externalId(const Known<QString> &before) const;
    QVector<SubdivisionContact> contacts() const;

    QWidget *m_content;
    QFormLayout *m_form;
    EntityPicker *m_parent = nullptr; ///< of a new one
    QLineEdit *m_name = nullptr;
    KnownAlike *m_nameKnown = nullptr;
    QLineEdit *m_externalId = nullptr; ///< null: the command can't say it
    QLabel *m_idCheck = nullptr;
    AddressFields *m_address;
    EntityPicker *m_template = nullptr;
    PhoneLines *m_phones = nullptr; ///< of a new one
    PersonLines *m_persons = nullptr;
    KnownAlike *m_phoneKnown = nullptr;
    QLabel *m_phonesNote = nullptr;
    QString m_ownId; ///< of one that is there
    QString m_idBefore;
    int m_idAsked = 0; ///< answers to an older question are dropped
};

} // namespace naryad::ui
