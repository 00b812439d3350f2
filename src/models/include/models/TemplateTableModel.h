#pragma once

#include "core/Template.h"
#include "core/TemplateStock.h"

#include <QAbstractTableModel>
#include <QVector>

namespace naryad::models {

/// The rows of one list of a template (details or report) as its editor changes them: their order, both
/// flags, which there are. What it does not understand of a row stays with the row. Thread: the GUI's.
class TemplateTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Name,
        Type,
        Visible, ///< to the mobile worker; checkable
        Required, ///< checkable
        ColumnCount,
    };

    explicit TemplateTableModel(QObject *parent = nullptr);

    void setRows(const QVector<TemplateRow> &rows);
    const QVector<TemplateRow> &rows() const { return m_rows; }
    /// What fields are called now, and the names of types; rows show these over what the template told.
    void setStock(const TemplateStock &stock);
    /// The field is that of another id from now on: it was made meanwhile.
    void renameField(const QString &from, const QString &to);

    void insertRow(const TemplateRow &row, int at);
    using QAbstractTableModel::insertRow;
    /// Moves one row to that place in the new order.
    void move(int from, int to);
    void remove(QVector<int> rows);
    bool hasField(const QString &fieldId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) override;

Q_SIGNALS:
    /// The user changed something.
    void edited();

private:
    QString nameOf(const TemplateRow &row) const;
    QString sectionOf(const TemplateRow &row) const;
    std::optional<bool> flagOf(const TemplateRow &row, int column) const;

    QVector<TemplateRow> m_rows;
    QHash<QString, QString> m_names; ///< by field id
    QVector<NamedRef> m_types;
};

} // namespace naryad::models
